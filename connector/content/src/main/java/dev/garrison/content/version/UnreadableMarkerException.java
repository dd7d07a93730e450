package dev.garrison.content.version;

import dev.garrison.language.Text;
import java.io.IOException;

/** A marker that is not one of Garrison's. */
final class UnreadableMarkerException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Text why;

  UnreadableMarkerException(Text why) {
    super(why.toString());
    this.why = why;
  }

  UnreadableMarkerException(Text why, Throwable cause) {
    super(why.toString(), cause);
    this.why = why;
  }

  /** Reason without a full stop. */
  Text why() {
    return why;
  }
}

package dev.garrison.payload;

import dev.garrison.language.Text;
import java.io.IOException;

/** The file is not what it has to be, or its bytes contradict their format. */
public final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Text what;

  public DamagedFileException(Text what) {
    super(what.toString());
    this.what = what;
  }

  public DamagedFileException(Text what, Throwable cause) {
    super(what.toString(), cause);
    this.what = what;
  }

  /** Description of the damage, without a full stop. */
  public Text what() {
    return what;
  }
}

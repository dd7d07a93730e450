package dev.garrison.payload;

import java.io.IOException;

/**
 * The bytes contradict the format that they claim to have. The message gives the reason in few
 * words.
 */
public final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String what;

  public DamagedFileException(String what) {
    super(what);
    this.what = what;
  }

  public DamagedFileException(String what, Throwable cause) {
    super(what, cause);
    this.what = what;
  }

  /** Description of the damage, without a full stop. */
  public String what() {
    return what;
  }
}

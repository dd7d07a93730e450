package dev.garrison.payload;

import java.io.IOException;

/** The bytes contradict the form that they claim to have. The message says how, in few words. */
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

  /** How it is damaged, without a full stop. */
  public String what() {
    return what;
  }
}

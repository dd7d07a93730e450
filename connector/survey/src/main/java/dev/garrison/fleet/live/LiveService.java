package dev.garrison.fleet.live;

/** How a service of Windows is, by the server's own answer. */
public enum LiveService {
  RUNNING("runs"),
  STOPPED("stopped"),
  DISABLED("disabled"),
  MISSING("not installed");

  private final String word;

  LiveService(String word) {
    this.word = word;
  }

  /** As screens and files spell it. */
  public String word() {
    return word;
  }
}

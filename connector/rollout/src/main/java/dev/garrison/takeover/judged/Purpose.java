package dev.garrison.takeover.judged;

/** Purpose of an application on a server. */
public enum Purpose {
  ONBOARDS("onboards servers"),
  ANTIVIRUS_MODE("sets an antivirus mode"),
  SETTINGS("writes sample sharing or proxies"),
  OFFBOARDS("offboards servers");

  private final String words;

  Purpose(String words) {
    this.words = words;
  }

  /** Text for a screen. */
  public String words() {
    return words;
  }
}

package dev.garrison.takeover.judged;

/** What an application does to a server. */
public enum Purpose {
  ONBOARDS("onboards servers"),
  ANTIVIRUS_MODE("sets an antivirus mode"),
  SETTINGS("writes sample sharing or proxies"),
  OFFBOARDS("offboards servers");

  private final String words;

  Purpose(String words) {
    this.words = words;
  }

  /** As a screen says it. */
  public String words() {
    return words;
  }
}

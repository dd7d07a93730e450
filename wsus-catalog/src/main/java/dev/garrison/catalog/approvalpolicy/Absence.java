package dev.garrison.catalog.approvalpolicy;

/** Reason why a release line has no current update. */
public enum Absence {
  NOT_ON_SERVER("the server has no such update"),
  NONE_IN_FORCE("each one on the server is expired, declined or replaced by a later revision"),
  ALL_SUPERSEDED("each one on the server is superseded, by none that is current in this line");

  private final String words;

  Absence(String words) {
    this.words = words;
  }

  /** The reason for people, a clause. */
  public String words() {
    return words;
  }
}

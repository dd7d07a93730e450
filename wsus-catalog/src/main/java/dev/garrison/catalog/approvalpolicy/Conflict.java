package dev.garrison.catalog.approvalpolicy;

/** Reason why the order of versions does not decide. */
public enum Conflict {
  NEWER_IS_SUPERSEDED("the server calls a newer version superseded, and an older one not"),
  CURRENT_IS_SUPERSEDED(
      "the server does not call the newest superseded, but another published update names it so"),
  SAME_VERSION_TWICE("two different updates have the newest version"),
  TWO_LATEST_REVISIONS("the server gave two latest revisions of one update");

  private final String words;

  Conflict(String words) {
    this.words = words;
  }

  /** The reason for people, a clause. */
  public String words() {
    return words;
  }
}

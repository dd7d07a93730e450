package dev.garrison.fleet.table;

/** Companion deployments of a ring, in addition to onboarding. */
public enum CompanionState {
  ANTIVIRUS_MODE("antivirus mode"),
  SETTINGS("settings");

  private final String word;

  CompanionState(String word) {
    this.word = word;
  }

  /** Name in answers to programs. */
  public String word() {
    return word;
  }
}

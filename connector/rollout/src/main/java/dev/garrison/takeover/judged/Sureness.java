package dev.garrison.takeover.judged;

/** How sure a judgement is. Only what is at least likely goes into a manifest. */
public enum Sureness {
  CERTAIN("certain"),
  LIKELY("likely"),
  POSSIBLE("possible");

  private final String word;

  Sureness(String word) {
    this.word = word;
  }

  /** As a screen says it. */
  public String word() {
    return word;
  }
}

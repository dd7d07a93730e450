package dev.garrison.job;

import java.util.Arrays;

/** How far a job may go. */
public enum JobMode {
  /** It runs, and writes nothing: so every job begins (F45). */
  PLAN_ONLY("plan-only"),
  /** It also makes the changes that the manifest's {@code autoApply} names. */
  ENABLED("enabled"),
  /** It does not run at its times. */
  PAUSED("paused");

  private final String word;

  JobMode(String word) {
    this.word = word;
  }

  /** As people and the database read it. */
  public String word() {
    return word;
  }

  /** The mode of this word. */
  public static JobMode of(String word) {
    return Arrays.stream(values())
        .filter(mode -> mode.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no mode of a job: " + word));
  }
}

package dev.garrison.job;

import java.util.Arrays;

/** What came of a job's run. */
public enum JobOutcome {
  /** It did what it does, and nothing is left. */
  DONE("done"),
  /** Changes are left that somebody has to approve. */
  PENDING("pending"),
  /** Only waiting or manual steps are left. */
  WAITING("waiting"),
  /** It found something that somebody has to look at. */
  FINDINGS("findings"),
  /** Somebody else was writing to the site; the next run tries again. */
  BUSY("busy"),
  /** It was told to stop before its end. */
  STOPPED("stopped"),
  /** Its process ended without a word: killed, or the computer stopped. */
  INTERRUPTED("interrupted"),
  FAILED("failed");

  private final String word;

  JobOutcome(String word) {
    this.word = word;
  }

  /** As people and the database read it. */
  public String word() {
    return word;
  }

  /** The outcome of this word. */
  public static JobOutcome of(String word) {
    return Arrays.stream(values())
        .filter(outcome -> outcome.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no outcome of a job: " + word));
  }
}

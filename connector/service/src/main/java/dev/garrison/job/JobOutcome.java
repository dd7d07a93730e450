package dev.garrison.job;

import dev.garrison.diagnostic.Worded;

/** What came of a job's run. */
public enum JobOutcome implements Worded {
  /** It did what it does, and nothing is left. */
  DONE,
  /** Changes are left that somebody has to approve. */
  PENDING,
  /** Only waiting or manual steps are left. */
  WAITING,
  /** It found something that somebody has to look at. */
  FINDINGS,
  /** Somebody else was writing to the site; the next run tries again. */
  BUSY,
  /** It was told to stop before its end. */
  STOPPED,
  /** Its process ended without a word: killed, or the computer stopped. */
  INTERRUPTED,
  FAILED
}

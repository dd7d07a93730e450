package dev.garrison.job;

import dev.garrison.diagnostic.Worded;

/** Result of a job's run. */
public enum JobOutcome implements Worded {
  /** The job is complete, and no changes remain. */
  DONE,
  /** Changes remain that need approval. */
  PENDING,
  /** Only waiting changes or manual steps remain. */
  WAITING,
  /** The run found something that needs attention. */
  FINDINGS,
  /** Another process was writing to the site; the next run tries again. */
  BUSY,
  /** The run was stopped before its end. */
  STOPPED,
  /** The process ended without a report: it was killed, or the computer stopped. */
  INTERRUPTED,
  FAILED
}

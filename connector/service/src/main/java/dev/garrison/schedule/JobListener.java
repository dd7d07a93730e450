package dev.garrison.schedule;

import dev.garrison.job.JobRun;

/**
 * Receives events of the service. It is called by several threads, must be quick, and must never
 * fail.
 */
@FunctionalInterface
public interface JobListener {
  /** A run of a job begins, on this thread. */
  default void begun(JobRun run) {}

  /** A run of a job ended, on the thread on which it began. */
  void ended(JobRun run);
}

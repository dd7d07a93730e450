package dev.garrison.schedule;

import dev.garrison.job.JobRun;

/** Hears what the service does. Called by several threads; quick, and never fails. */
@FunctionalInterface
public interface JobListener {
  /** A run of a job begins, on this thread. */
  default void begun(JobRun run) {}

  /** A run of a job ended, on the thread on which it began. */
  void ended(JobRun run);
}

package dev.garrison.work;

import dev.garrison.job.JobReport;

/** What a job does in one run. */
@FunctionalInterface
interface JobWork {
  /**
   * Does it.
   *
   * @throws dev.garrison.diagnostic.RefusalException with what kept it from its work
   */
  JobReport run(JobTask task) throws InterruptedException;
}

package dev.garrison.work;

import dev.garrison.job.JobReport;

/** Work of a job in one run. */
@FunctionalInterface
interface JobWork {
  /**
   * Carries out the work.
   *
   * @throws dev.garrison.diagnostic.RefusalException with the reason that kept it from its work
   */
  JobReport run(JobTask task) throws InterruptedException;
}

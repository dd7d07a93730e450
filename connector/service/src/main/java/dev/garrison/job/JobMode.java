package dev.garrison.job;

import dev.garrison.diagnostic.Worded;

/** Mode of a job. */
public enum JobMode implements Worded {
  /** The job runs and writes nothing; the default mode of every job (F45). */
  PLAN_ONLY,
  /** The job also makes the changes that the manifest's {@code autoApply} names. */
  ENABLED,
  /** The job does not run at its times. */
  PAUSED
}

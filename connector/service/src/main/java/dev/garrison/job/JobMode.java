package dev.garrison.job;

import dev.garrison.diagnostic.Worded;

/** How far a job may go. */
public enum JobMode implements Worded {
  /** It runs, and writes nothing: so every job begins (F45). */
  PLAN_ONLY,
  /** It also makes the changes that the manifest's {@code autoApply} names. */
  ENABLED,
  /** It does not run at its times. */
  PAUSED
}

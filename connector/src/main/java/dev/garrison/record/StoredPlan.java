package dev.garrison.record;

import dev.garrison.engine.plan.Plan;
import java.time.Instant;
import java.util.Optional;

/**
 * A plan as it lies in a file, with what a change board adds to it. It is a record of what was
 * decided and cannot write anything by itself: apply computes again and compares (ADR 0004), so
 * editing it gains nothing.
 *
 * @param format {@link #FORMAT}
 * @param madeBy the version of Garrison
 * @param changeId the change board's number
 * @param expires apply refuses the plan from then on
 */
public record StoredPlan(
    String format, String madeBy, Optional<String> changeId, Instant expires, Plan plan) {
  /** The form of the file; another form is not read. */
  public static final String FORMAT = "garrison-plan/1";

  /** A plan in the present form. */
  public StoredPlan(String madeBy, Optional<String> changeId, Instant expires, Plan plan) {
    this(FORMAT, madeBy, changeId, expires, plan);
  }
}

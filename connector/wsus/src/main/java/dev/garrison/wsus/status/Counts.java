package dev.garrison.wsus.status;

import dev.garrison.wsus.model.StateCount;

/**
 * Number of computers in each installation state of one update.
 *
 * @param installed a restart may be pending
 * @param needed not installed, or downloaded and not installed
 * @param unknown computers that did not report, and states that Garrison does not know
 * @param notApplicable computers without the product that the update is for: for the sensor, the
 *     agent is missing
 */
public record Counts(int installed, int needed, int failed, int unknown, int notApplicable) {
  /** No report. This is never good news. */
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

  /** Adds the computers of one more row. */
  Counts and(StateCount row) {
    int count = row.count();
    return switch (row.state()) {
      case 1 -> new Counts(installed, needed, failed, unknown, notApplicable + count);
      case 2, 3 -> new Counts(installed, needed + count, failed, unknown, notApplicable);
      case 4, 6 -> new Counts(installed + count, needed, failed, unknown, notApplicable);
      case 5 -> new Counts(installed, needed, failed + count, unknown, notApplicable);
      default -> new Counts(installed, needed, failed, unknown + count, notApplicable);
    };
  }

  /** Number of all computers. */
  public int computers() {
    return installed + needed + failed + unknown + notApplicable;
  }
}

package dev.garrison.manifest.job;

import dev.garrison.diagnostic.Worded;

/** Jobs that the service can run. */
public enum JobKind implements Worded {
  SENSOR_UPDATE("approves the sensor's update for the update rings that are open"),
  ROLLOUT("observes the rings, notes where they stand, and opens or halts them"),
  PACKAGE_REFRESH("proves what lies in the intake folder and stages it"),
  DRIFT("plans everything, reads the share whole, and reports what has drifted"),
  STATUS("keeps where every server stands"),
  EXPIRY("reports what runs out: packages, certificates, exceptions"),
  HOUSEKEEPING("forgets the history that is older than the manifest keeps");

  private final String purpose;

  JobKind(String purpose) {
    this.purpose = purpose;
  }

  /** Purpose of the job, as a clause. */
  public String purpose() {
    return purpose;
  }

  /** Whether the job may change anything outside of Garrison's own history. */
  public boolean canWrite() {
    return switch (this) {
      case SENSOR_UPDATE, ROLLOUT, PACKAGE_REFRESH -> true;
      case DRIFT, STATUS, EXPIRY, HOUSEKEEPING -> false;
    };
  }

  /** Part of the manifest that the job's plans cover, as {@code --only} spells it. */
  public String part() {
    return this == SENSOR_UPDATE ? "wsus" : "site";
  }
}

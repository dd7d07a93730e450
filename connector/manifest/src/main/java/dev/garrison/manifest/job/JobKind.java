package dev.garrison.manifest.job;

import dev.garrison.diagnostic.Worded;

/** Jobs that the service can run. */
public enum JobKind implements Worded {
  SENSOR_UPDATE("approves sensor updates for the update rings whose turn has come"),
  ROLLOUT("checks the rings, records their states, and starts or halts them"),
  PACKAGE_REFRESH("verifies the files in the package folder and stages them"),
  DRIFT("plans everything, reads all files on the share, and reports drift"),
  STATUS("records the state of every server"),
  EXPIRY("reports packages, certificates, and exceptions that expire"),
  HOUSEKEEPING("deletes history that is older than the manifest keeps");

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

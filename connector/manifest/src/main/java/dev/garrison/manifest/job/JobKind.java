package dev.garrison.manifest.job;

import java.util.Arrays;
import java.util.Optional;

/** The jobs that there are. */
public enum JobKind {
  SENSOR_UPDATE("sensor-update", "approves the sensor's update for the update rings that are open"),
  ROLLOUT("rollout", "observes the rings, notes where they stand, and opens or halts them"),
  PACKAGE_REFRESH("package-refresh", "proves what lies in the intake folder and stages it"),
  DRIFT("drift", "plans everything, reads the share whole, and reports what differs"),
  STATUS("status", "keeps where every server stands"),
  EXPIRY("expiry", "reports what runs out: packages, certificates, exceptions"),
  HOUSEKEEPING("housekeeping", "forgets the history that is older than the manifest keeps");

  private final String word;
  private final String purpose;

  JobKind(String word, String purpose) {
    this.word = word;
    this.purpose = purpose;
  }

  /** As the manifest and the command line spell it. */
  public String word() {
    return word;
  }

  /** What it does, as a clause. */
  public String purpose() {
    return purpose;
  }

  /** Whether it may change anything outside of Garrison's own history. */
  public boolean canWrite() {
    return switch (this) {
      case SENSOR_UPDATE, ROLLOUT, PACKAGE_REFRESH -> true;
      case DRIFT, STATUS, EXPIRY, HOUSEKEEPING -> false;
    };
  }

  /** The part of the manifest that its plans are about, as {@code --only} spells it. */
  public String part() {
    return this == SENSOR_UPDATE ? "wsus" : "site";
  }

  /** The job of this word. */
  public static Optional<JobKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}

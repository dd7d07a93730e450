package dev.garrison.manifest.value;

import java.time.Duration;

/**
 * Criteria that a ring's servers must meet before the next ring opens.
 *
 * <p>All percentages are of the servers that the ring's deployments target.
 *
 * @param onboarded percent that must be onboarded
 * @param failed percent that may have failed; with more, the ring is halted
 * @param reporting percent that must have reported
 * @param soak the time for which these criteria must stay met
 * @param stalledAfter the time after its opening at which a ring whose gate is not met counts as
 *     stalled
 * @param modeSample servers of a passive ring that are asked for their antivirus mode where
 *     inventory does not tell it; 0: none is asked
 */
public record RingGate(
    int onboarded,
    int failed,
    int reporting,
    Duration soak,
    Duration stalledAfter,
    int modeSample) {
  /** Values used where the manifest sets none. */
  public static final RingGate DEFAULT =
      new RingGate(95, 10, 90, Duration.ofDays(3), Duration.ofDays(21));

  /** Criteria without live questions. */
  public RingGate(int onboarded, int failed, int reporting, Duration soak, Duration stalledAfter) {
    this(onboarded, failed, reporting, soak, stalledAfter, 0);
  }

  public RingGate {
    if (onboarded < 1
        || onboarded > 100
        || failed < 0
        || failed > 100
        || reporting > 100
        || modeSample < 0) {
      throw new IllegalArgumentException("shares are percents");
    }
    if (soak.isNegative() || stalledAfter.isNegative()) {
      throw new IllegalArgumentException("a gate waits for some time or none");
    }
  }

  /** Copies the criteria with a number of servers that are asked. */
  public RingGate sampling(int servers) {
    return new RingGate(onboarded, failed, reporting, soak, stalledAfter, servers);
  }
}

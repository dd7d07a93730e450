package dev.garrison.manifest.value;

import java.time.Duration;

/**
 * What a ring's servers must show before the next ring opens. All shares are of the servers that
 * the ring's deployments target.
 *
 * @param onboarded percent that must be onboarded
 * @param failed percent that may have failed; with more, the ring is halted
 * @param reporting percent of which something must have been heard
 * @param soak how long they must have been so
 * @param stalledAfter how long after its opening a ring whose gate is closed counts as stalled
 */
public record RingGate(
    int onboarded, int failed, int reporting, Duration soak, Duration stalledAfter) {
  /** What holds when the manifest says nothing. */
  public static final RingGate DEFAULT =
      new RingGate(95, 10, 90, Duration.ofDays(3), Duration.ofDays(21));

  public RingGate {
    if (onboarded < 1 || onboarded > 100 || failed < 0 || failed > 100 || reporting > 100) {
      throw new IllegalArgumentException("shares are percents");
    }
    if (soak.isNegative() || stalledAfter.isNegative()) {
      throw new IllegalArgumentException("a gate waits for some time or none");
    }
  }
}

package dev.garrison.cli.view;

import dev.garrison.json.JsonForm;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.AntivirusCounts;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import java.time.Instant;
import java.util.Optional;

/**
 * Status of a ring as a part of JSON answers.
 *
 * @param state in capitals, such as {@code OPEN}
 * @param antivirus absent while nothing is counted
 */
public record RingAnswer(
    String ring,
    String state,
    String reason,
    Optional<Instant> opened,
    int members,
    int maxDevices,
    Health health,
    Gate gate,
    Optional<AntivirusCounts> antivirus)
    implements JsonForm {
  /** Servers that its deployments target. */
  record Health(int onboarded, int failed, int underWay, int notReady, int silent)
      implements JsonForm {
    private static Health of(RingHealth health) {
      return new Health(
          health.onboarded(),
          health.failed(),
          health.underWay(),
          health.notReady(),
          health.silent());
    }
  }

  /**
   * Conditions of the gate, in percent.
   *
   * @param soak such as {@code PT72H}
   * @param stalledAfter likewise
   */
  record Gate(int onboarded, int failed, int reporting, String soak, String stalledAfter)
      implements JsonForm {
    private static Gate of(RingGate gate) {
      return new Gate(
          gate.onboarded(),
          gate.failed(),
          gate.reporting(),
          gate.soak().toString(),
          gate.stalledAfter().toString());
    }
  }

  /** The form of a report. */
  public static RingAnswer of(RingReport ring) {
    return new RingAnswer(
        ring.ring(),
        ring.state().name(),
        ring.reason(),
        ring.opened(),
        ring.members(),
        ring.maxDevices(),
        Health.of(ring.health()),
        Gate.of(ring.gate()),
        ring.antivirus().map(AntivirusCounts::of));
  }
}

package dev.garrison.fleet.standing;

import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.readiness.SystemFit;
import dev.garrison.language.Text;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.ring.RingReport;
import java.util.Optional;

/**
 * Explains why no deployment targets a server of a ring.
 *
 * @param system whether its operating system is onboarded
 * @param wanted antivirus mode of the ring
 * @param antivirus of the server, today
 * @param ring its ring; empty where the manifest no longer has it
 */
record TargetingCause(
    Optional<SystemFit.Misfit> system,
    Antivirus wanted,
    AntivirusState antivirus,
    Optional<RingReport> ring) {
  /** Adds the cause to the verdict on a server that is not targeted. */
  Verdict refine(Verdict verdict) {
    if (verdict.state() != ServerState.NOT_TARGETED) {
      return verdict;
    }
    if (system.isPresent()) {
      return because(verdict, system.get().why(), system.get().remedy());
    }
    if (wanted == Antivirus.PASSIVE && !antivirus.mayBePassive()) {
      return because(verdict, antivirus.whyNotInPassiveRing(), AntivirusState.PASSIVE_REMEDY);
    }
    Optional<RingReport> closed = ring.filter(report -> report.opened().isEmpty());
    return closed
        .map(report ->
            because(
                verdict,
                Text.of("server-state.ring-waiting", "ring", report.ring()).toString(),
                Text.of("server-state.ring-waiting-next").toString()))
        .orElseGet(() ->
            because(
                verdict,
                Text.of("server-state.ring-started").toString(),
                Text.of("server-state.ring-started-next").toString()));
  }

  private static Verdict because(Verdict verdict, String why, String remedy) {
    return new Verdict(verdict.state(), why, remedy, verdict.disagreement());
  }
}

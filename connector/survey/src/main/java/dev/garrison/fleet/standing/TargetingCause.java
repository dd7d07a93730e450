package dev.garrison.fleet.standing;

import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.readiness.SystemFit;
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
                "its ring %s has not opened".formatted(report.ring()),
                "See 'garrison rollout status' for what the ring waits for."))
        .orElseGet(() ->
            because(
                verdict,
                "its ring has opened, and no deployment targets it yet",
                "Wait for the next evaluation of the ring's collections, then run 'garrison plan'."));
  }

  private static Verdict because(Verdict verdict, String why, String remedy) {
    return new Verdict(verdict.state(), why, remedy, verdict.disagreement());
  }
}

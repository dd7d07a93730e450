package dev.garrison.fleet.standing;

import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.readiness.Finding;
import dev.garrison.fleet.readiness.Prerequisite;
import dev.garrison.fleet.readiness.SystemFit;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import java.util.Optional;

/**
 * Explains why no deployment targets a server of a ring.
 *
 * @param system whether its operating system is onboarded
 * @param refused reason for which its ring keeps it out
 * @param lacking what keeps the server from being ready
 * @param ring its ring; empty where the manifest no longer has it
 */
record TargetingCause(
    Optional<SystemFit.Misfit> system,
    Optional<Finding> refused,
    Optional<Finding> lacking,
    Optional<RingReport> ring) {
  /** Adds the cause to the verdict on a server that is not targeted. */
  Verdict refine(Verdict verdict) {
    Optional<Finding> unfit = lacking.filter(finding -> finding.what() == Prerequisite.SYSTEM);
    if (unfit.isPresent()) {
      return because(verdict, unfit.get().why(), unfit.get().remedy());
    }
    if (system.isPresent()) {
      return because(verdict, system.get().why(), system.get().remedy());
    }
    if (refused.isPresent()) {
      return because(verdict, refused.get().why(), refused.get().remedy());
    }
    Optional<RingReport> halted = ring.filter(report -> report.state() == RingState.HALTED);
    if (halted.isPresent()) {
      return because(verdict, halted.get(), "server-state.ring-halted");
    }
    Optional<RingReport> closed = ring.filter(report -> report.opened().isEmpty());
    if (closed.isEmpty()) {
      return because(
          verdict,
          Text.of("server-state.ring-started").toString(),
          Text.of("server-state.ring-started-next").toString());
    }
    return lacking
        .map(finding -> because(verdict, finding.why(), finding.remedy()))
        .orElseGet(() ->
            because(
                verdict,
                closed.get(),
                closed.get().state() == RingState.BLOCKED
                    ? "server-state.ring-blocked"
                    : "server-state.ring-not-started"));
  }

  private static Verdict because(Verdict verdict, RingReport ring, String key) {
    Message message = Message.of(key, "ring", ring.ring(), "reason", ring.reason());
    return because(verdict, message.problem().toString(), message.fix().toString());
  }

  private static Verdict because(Verdict verdict, String why, String remedy) {
    String told =
        verdict.state() == ServerState.LEGACY_SENSOR
            ? Text.of("server-state.legacy-because", "sensor", verdict.why(), "why", why).toString()
            : why;
    return new Verdict(verdict.state(), told, remedy, verdict.disagreement());
  }
}

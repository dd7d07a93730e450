package dev.garrison.fleet.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.readiness.Finding;
import dev.garrison.fleet.readiness.Prerequisite;
import dev.garrison.fleet.readiness.SystemFit;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why no deployment targets a server, by a table. */
final class TargetingCauseTest {
  private static final SystemFit FIT =
      new SystemFit(Set.of(OperatingSystem.WINDOWS_SERVER_2019), Map.of());

  /** A ring by its state, which has a plus sign if the ring has opened. */
  private static Optional<RingReport> ring(String state) {
    boolean opened = state.endsWith("+");
    return state.equals("none")
        ? Optional.empty()
        : Optional.of(
            new RingReport(
                "pilot",
                RingState.valueOf(state.replace("+", "")),
                "because",
                opened ? Optional.of(Instant.parse("2026-11-24T21:00:00Z")) : Optional.empty(),
                1,
                10,
                RingHealth.NONE,
                RingGate.DEFAULT,
                Optional.empty()));
  }

  private static Optional<Finding> lacking(String why) {
    return why.equals("-")
        ? Optional.empty()
        : Optional.of(
            new Finding(Prerequisite.NO_WINDOW, Finding.Level.NOT_READY, why, "Add a window."));
  }

  private static Optional<Finding> refused(String word) {
    return word.equals("-")
        ? Optional.empty()
        : Optional.of(
            new Finding(
                Prerequisite.DEFENDER,
                Finding.Level.NOT_READY,
                "the script refuses it",
                "Repair it."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2016 | -       | OPEN+    | -         | \"operatingSystems\" doesn't contain Windows Server 2016",
        "2016 | -       | HALTED   | no window | \"operatingSystems\" doesn't contain Windows Server 2016",
        "2019 | refused | OPEN+    | -         | the script refuses it",
        "2019 | refused | HALTED   | no window | the script refuses it",
        "2019 | -       | WAITING  | -         | the ring pilot hasn't started: because",
        "2019 | -       | WAITING  | no window | no window",
        "2019 | -       | BLOCKED  | -         | the ring pilot is blocked: because",
        "2019 | -       | BLOCKED  | no window | no window",
        "2019 | -       | HALTED   | no window | the ring pilot is halted: because",
        "2019 | -       | HALTED+  | -         | the ring pilot is halted: because",
        "2019 | -       | OPEN+    | no window | 'the ring has started, but no deployment targets the server yet'",
        "2019 | -       | none     | -         | 'the ring has started, but no deployment targets the server yet'"
      })
  void theFirstCauseThatAppliesIsTold(
      String system, String refused, String ring, String lacking, String why) {
    assertThat(refined(system, refused, ring, lacking).why()).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WAITING | -         | Run \"garrison rollout status\" to see what the ring is waiting for.",
        "BLOCKED | -         | Resolve what blocks the ring. For details, run \"garrison rollout status\".",
        "BLOCKED | no window | Add a window.",
        "HALTED  | -         | To resume the ring, run \"garrison rollout resume pilot\"."
      })
  void theNextStepIsThatOfTheCause(String ring, String lacking, String next) {
    assertThat(refined("2019", "-", ring, lacking).remedy()).isEqualTo(next);
  }

  private static Verdict refined(String system, String refused, String ring, String lacking) {
    return new TargetingCause(
            FIT.of("Microsoft Windows Server " + system),
            refused(refused),
            lacking(lacking),
            ring(ring))
        .refine(new Verdict(ServerState.NOT_TARGETED, "as it was", "", Optional.empty()));
  }
}

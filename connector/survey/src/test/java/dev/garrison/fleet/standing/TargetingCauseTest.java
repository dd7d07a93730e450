package dev.garrison.fleet.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.antivirus.AntivirusEvidence;
import dev.garrison.fleet.antivirus.AntivirusRules;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.readiness.SystemFit;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why no deployment targets a server, by a table. */
final class TargetingCauseTest {
  private static final SystemFit FIT =
      new SystemFit(Set.of(OperatingSystem.WINDOWS_SERVER_2019), Map.of());

  private static AntivirusState bare() {
    Fleet fleet = new Fleet(List.of("pilot"));
    int row = fleet.add(1, "SRV01");
    AntivirusEvidence evidence = fleet.antivirus().at(row, true);
    return AntivirusRules.of(evidence);
  }

  private static Optional<RingReport> ring(String opened) {
    return opened.equals("none")
        ? Optional.empty()
        : Optional.of(
            new RingReport(
                "pilot",
                RingState.WAITING,
                "ring first is soaking",
                opened.equals("opened")
                    ? Optional.of(Instant.parse("2026-11-24T21:00:00Z"))
                    : Optional.empty(),
                1,
                10,
                RingHealth.NONE,
                RingGate.DEFAULT,
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not-targeted | 2016 | ACTIVE  | opened | \"operatingSystems\" doesn't contain Windows Server 2016",
        "not-targeted | 2019 | PASSIVE | opened | 'no other antivirus product was detected as running, but the ring uses passive mode'",
        "not-targeted | 2019 | ACTIVE  | closed | the ring pilot hasn't started",
        "not-targeted | 2019 | ACTIVE  | opened | 'the ring has started, but no deployment targets the server yet'",
        "not-targeted | 2019 | ACTIVE  | none   | 'the ring has started, but no deployment targets the server yet'",
        "failed       | 2016 | PASSIVE | closed | as it was"
      })
  void theFirstCauseThatAppliesIsTold(
      String state, String system, Antivirus wanted, String opened, String why) {
    Verdict verdict =
        new Verdict(
            state.equals("failed") ? ServerState.FAILED : ServerState.NOT_TARGETED,
            "as it was",
            "",
            Optional.empty());

    assertThat(
            new TargetingCause(
                    FIT.of("Microsoft Windows Server " + system), wanted, bare(), ring(opened))
                .refine(verdict)
                .why())
        .isEqualTo(why);
  }
}

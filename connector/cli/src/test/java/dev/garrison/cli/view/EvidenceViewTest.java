package dev.garrison.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.evidence.AuditedRun;
import dev.garrison.evidence.Evidence;
import dev.garrison.evidence.LeftOut;
import dev.garrison.evidence.Period;
import dev.garrison.manifest.Exemption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EvidenceViewTest {
  private static final Period NOVEMBER =
      new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), ZoneOffset.UTC);
  private static final Instant MADE = Instant.parse("2026-12-01T08:00:00Z");

  private static List<String> lines(
      List<LeftOut> exceptions, List<AuditedRun> runs, Evidence.Chain chain) {
    return EvidenceView.render(
            new Evidence("contoso-prod", "PS1", NOVEMBER, MADE, List.of(), exceptions, runs, chain))
        .lines()
        .toList();
  }

  @Test
  void everythingHasItsLine() {
    LeftOut left =
        new LeftOut(
            new Exemption(
                "SQL07",
                "vendor forbids",
                Optional.of("CHG4"),
                "db team",
                LocalDate.of(2026, 11, 20)),
            true);
    AuditedRun run =
        new AuditedRun(
            "r1",
            Instant.parse("2026-11-24T21:07:33Z"),
            "anna",
            "adm01",
            "CONTOSO\\svc-garrison",
            Optional.of("CHG9"),
            "aa",
            "0123456789abcdef",
            List.of(
                new AuditedRun.Write("CREATE", "collection/a", "done"),
                new AuditedRun.Write("CREATE", "collection/b", "done"),
                new AuditedRun.Write("RUN", "server/d", "ran"),
                new AuditedRun.Write("UPDATE", "deployment/c", "unknown")),
            List.of(new AuditedRun.Offboarded("OLD01", "retired")),
            false);
    assertThat(lines(List.of(left), List.of(run), new Evidence.Chain(3, 41, "9f2ce1", List.of())))
        .containsExactly(
            "contoso-prod, site PS1: 2026-11-01 to 2026-11-30 (Z)",
            "",
            "Coverage, as of 2026-12-01 08:00 UTC",
            "",
            "  ring  servers  targeted  onboarded  in progress  failed  not ready  no status",
            "",
            "Exceptions valid in this period",
            "  SQL07  until 2026-11-20 (ended), db team, CHG4: vendor forbids",
            "",
            "Servers handed over to offboarding in this period",
            "  OLD01  2026-11-24 21:07:33 UTC, entry \"retired\", change CHG9",
            "",
            "Changes",
            "  2026-11-24 21:07:33 UTC  anna on adm01, as CONTOSO\\svc-garrison, change CHG9, plan 0123456789ab, interrupted",
            "    2 created, 1 ran, 1 with an unknown result. Not completed: deployment/c (unknown result)",
            "",
            "Journal: intact, 3 runs, 41 entries, chain head 9f2ce1",
            "The chain shows accidental changes. An account that can write to the state folder could replace the journal.");
  }

  @Test
  void aBrokenChainIsTheVerdict() {
    assertThat(
            lines(List.of(), List.of(), new Evidence.Chain(1, 2, "", List.of("line 2 is edited"))))
        .contains(
            "Exceptions: none valid in this period.",
            "Offboarding: no server was handed over in this period.",
            "Changes: no runs in this period.",
            "  FAIL  line 2 is edited",
            "Journal: not intact, 1 run, 2 entries, chain head none");
  }
}

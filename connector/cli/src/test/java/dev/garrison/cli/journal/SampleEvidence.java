package dev.garrison.cli.journal;

import dev.garrison.evidence.AuditedRun;
import dev.garrison.evidence.Evidence;
import dev.garrison.evidence.LeftOut;
import dev.garrison.evidence.Period;
import dev.garrison.manifest.Exemption;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Evidence with something of everything, and a chain that is broken. */
final class SampleEvidence {
  private static final Instant MADE = Instant.parse("2026-12-01T08:00:00Z");

  private SampleEvidence() {}

  private static LeftOut left(Optional<String> ticket, boolean ended) {
    return new LeftOut(
        new Exemption("SQL07", "vendor forbids", ticket, "db team", LocalDate.of(2026, 11, 20)),
        ended);
  }

  private static AuditedRun run(Optional<String> changeId, List<AuditedRun.Write> writes) {
    return new AuditedRun(
        "20261124T210733Z-1",
        Instant.parse("2026-11-24T21:07:33Z"),
        "anna",
        "adm01",
        "CONTOSO\\svc-garrison",
        changeId,
        "aa",
        "0123456789abcdef",
        writes,
        writes.isEmpty()
            ? List.of()
            : List.of(
                new AuditedRun.Offboarded("OLD01", "retired"),
                new AuditedRun.Offboarded("OLD02", "retired")),
        !writes.isEmpty());
  }

  /** Evidence of November. */
  static Evidence november() {
    return new Evidence(
        "contoso-prod",
        "PS1",
        new Period(
            LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), ZoneId.of("Europe/Berlin")),
        MADE,
        List.of(
            new RingReport(
                "pilot",
                RingState.PASSED,
                "all are onboarded",
                Optional.of(MADE),
                12,
                25,
                new RingHealth(12, 0, 0, 0, 0),
                RingGate.DEFAULT,
                Optional.empty())),
        List.of(left(Optional.of("CHG4"), true), left(Optional.empty(), false)),
        List.of(
            run(
                Optional.of("CHG9"),
                List.of(
                    new AuditedRun.Write("CREATE", "collection/a", "done"),
                    new AuditedRun.Write("RUN", "server/d", "unknown"))),
            run(Optional.empty(), List.of())),
        new Evidence.Chain(2, 41, "9f2ce1", List.of("line 2 is edited")));
  }
}

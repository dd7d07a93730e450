package dev.garrison.cli.journal;

import dev.garrison.cli.output.Columns;
import dev.garrison.evidence.AuditedRun;
import dev.garrison.evidence.Evidence;
import dev.garrison.evidence.LeftOut;
import dev.garrison.manifest.Exemption;
import dev.garrison.ring.RingReport;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of {@code garrison evidence --csv}: rings, exceptions, changes and the journal. */
final class EvidenceColumns {
  static final Columns<Row> ALL =
      new Columns<Row>()
          .and("part", Row::part)
          .and("subject", Row::subject)
          .and("result", Row::result)
          .and("detail", Row::detail)
          .and("time", Row::time)
          .and("person", Row::person)
          .and("change", Row::change)
          .and("run", row -> row.run().map(AuditedRun::run))
          .and("computer", row -> row.run().map(AuditedRun::host))
          .and("account", row -> row.run().map(AuditedRun::identity))
          .and("plan", row -> row.run().map(AuditedRun::planDigest))
          .and("run ended", row -> row.run().map(run -> run.ended() ? "yes" : "no"));

  private static final String CHANGE = "change";

  private EvidenceColumns() {}

  /**
   * One row.
   *
   * @param part of the evidence: {@code ring}, {@code exception}, {@code offboarding}, {@code
   *     change} or {@code journal}
   * @param subject the ring, the server, or the object
   * @param result state of the ring, or what came of the write
   * @param time when it was read or done, to the second; for an exception its last day
   * @param person who did it or answers for it
   * @param change the ticket
   * @param run the run that wrote; only for a change and an offboarding
   */
  record Row(
      String part,
      String subject,
      String result,
      String detail,
      String time,
      String person,
      String change,
      Optional<AuditedRun> run) {}

  static List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    evidence.rings().forEach(ring -> rows.add(row(evidence, ring)));
    evidence.exceptions().forEach(left -> rows.add(row(left)));
    evidence
        .runs()
        .forEach(run ->
            run.offboarded()
                .forEach(each ->
                    rows.add(row(run, "offboarding", each.server(), "handed over", each.entry()))));
    evidence.runs().forEach(run -> add(run, rows));
    Evidence.Chain chain = evidence.chain();
    rows.add(
        row(
            evidence,
            "journal",
            "chain",
            chain.problems().isEmpty() ? "intact" : "broken",
            "%d runs, %d entries, head %s"
                .formatted(
                    chain.runs(),
                    chain.entries(),
                    chain.head().isEmpty() ? "none" : chain.head())));
    chain
        .problems()
        .forEach(problem -> rows.add(row(evidence, "journal", "problem", "broken", problem)));
    return rows;
  }

  private static Row row(Evidence evidence, RingReport ring) {
    return row(
        evidence,
        "ring",
        ring.ring(),
        ring.state().word(),
        "servers %d, targeted %d, onboarded %d, in progress %d, failed %d, requirements not met %d, no status reported %d"
            .formatted(
                ring.members(),
                ring.health().targeted(),
                ring.health().onboarded(),
                ring.health().underWay(),
                ring.health().failed(),
                ring.health().notReady(),
                ring.health().silent()));
  }

  private static Row row(
      Evidence evidence, String part, String subject, String result, String detail) {
    return new Row(
        part, subject, result, detail, seconds(evidence.made()), "", "", Optional.empty());
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Row row(LeftOut left) {
    Exemption exception = left.exception();
    return new Row(
        "exception",
        exception.server(),
        left.ended() ? "ended" : "valid",
        exception.reason(),
        exception.until().toString(),
        exception.owner(),
        exception.ticket().orElse(""),
        Optional.empty());
  }

  /** A row for each write; a run that wrote nothing has one too. */
  private static void add(AuditedRun run, List<Row> rows) {
    if (run.writes().isEmpty()) {
      rows.add(row(run, CHANGE, "", "", "nothing was written"));
    }
    run.writes()
        .forEach(
            write -> rows.add(row(run, CHANGE, write.address(), write.result(), write.action())));
  }

  private static Row row(
      AuditedRun run, String part, String subject, String result, String detail) {
    return new Row(
        part,
        subject,
        result,
        detail,
        seconds(run.at()),
        run.osUser(),
        run.changeId().orElse(""),
        Optional.of(run));
  }
}

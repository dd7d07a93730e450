package dev.garrison.cli.verify;

import dev.garrison.cli.output.Columns;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.fleet.compliance.ComplianceFinding;
import dev.garrison.fleet.compliance.ComplianceFinding.Outcome;
import dev.garrison.session.Session.Verified;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row of {@code garrison verify --csv}: one difference. An object that does not exist, and one
 * that waits, has a row too.
 *
 * @param part {@code object}, {@code problem} or {@code server}
 * @param subject the object's address, the problem's code, or the server
 * @param state of an object {@code drifted}, {@code never-applied}, {@code waiting}, {@code
 *     blocked} or {@code manual}; of a server its status
 * @param ring of a server
 * @param what the value that differs
 * @param source where the actual value of a server comes from, with {@code time}
 */
record VerifyRow(
    String part,
    String subject,
    String ring,
    String state,
    String what,
    String wanted,
    String actual,
    String source,
    Optional<Instant> time,
    String detail,
    String remedy) {
  /** The columns. */
  static final Columns<VerifyRow> COLUMNS =
      new Columns<VerifyRow>()
          .and("part", VerifyRow::part)
          .and("subject", VerifyRow::subject)
          .and("ring", VerifyRow::ring)
          .and("state", VerifyRow::state)
          .and("what", VerifyRow::what)
          .and("wanted", VerifyRow::wanted)
          .and("actual", VerifyRow::actual)
          .and("source", VerifyRow::source)
          .and("time", VerifyRow::time)
          .and("detail", VerifyRow::detail)
          .and("remedy", VerifyRow::remedy);

  /** Rows of problems, then of objects in the plan's order, then of servers. */
  static List<VerifyRow> of(Verified verified, Optional<DeviceFindings> devices) {
    List<VerifyRow> rows = new ArrayList<>();
    verified.findings().forEach(finding -> rows.add(of(finding)));
    verified.plan().changes().stream()
        .filter(change -> change.action() != Action.NO_OP)
        .forEach(change -> add(change, state(verified, change), rows));
    devices.ifPresent(findings -> findings.each(finding -> add(finding, rows)));
    return rows;
  }

  private static VerifyRow of(Diagnostic finding) {
    return new VerifyRow(
        "problem",
        finding.code().label(),
        "",
        finding.severity().word(),
        "",
        "",
        "",
        "",
        Optional.empty(),
        finding.problem(),
        finding.remedy());
  }

  private static String state(Verified verified, PlannedChange change) {
    return switch (change.action()) {
      case WAIT -> change.waits() ? "waiting" : "blocked";
      case MANUAL -> "manual";
      case NO_OP, CREATE, UPDATE, REPLACE, DELETE ->
          verified.drifted().contains(change.address()) ? "drifted" : "never-applied";
    };
  }

  private static void add(PlannedChange change, String state, List<VerifyRow> rows) {
    if (change.differences().isEmpty()) {
      rows.add(of(change, state, "", "", ""));
    }
    change
        .differences()
        .forEach(each ->
            rows.add(
                of(change, state, each.path(), each.after().orElse(""), each.before().orElse(""))));
  }

  private static VerifyRow of(
      PlannedChange change, String state, String what, String wanted, String actual) {
    return new VerifyRow(
        "object",
        change.address().toString(),
        "",
        state,
        what,
        wanted,
        actual,
        "",
        Optional.empty(),
        change.blocked().map(Blockage::problem).orElse(change.summary()),
        change.blocked().map(Blockage::remedy).orElse(""));
  }

  private static void add(ComplianceFinding finding, List<VerifyRow> rows) {
    if (finding.outcome() == Outcome.DIFFERS) {
      finding
          .deviations()
          .forEach(each ->
              rows.add(
                  new VerifyRow(
                      "server",
                      finding.server().name(),
                      finding.server().ring(),
                      finding.verdict().state().word(),
                      each.what().word(),
                      each.wanted().toString(),
                      each.is().toString(),
                      each.source().toString(),
                      each.at(),
                      "",
                      finding.verdict().remedy())));
    }
  }
}

package dev.garrison.cli.servertest;

import dev.garrison.cli.output.Columns;
import dev.garrison.runscript.ScriptRunner.Report;
import dev.garrison.runscript.TestPlan;
import dev.garrison.runscript.TestResult;
import dev.garrison.runscript.TestServer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One row of the CSV answer of a test: a server, or one of the hosts that it was to reach.
 *
 * @param result empty if nothing was run
 */
record TestRow(TestServer server, Optional<TestResult> result, Optional<TestResult.Host> host) {
  /** The columns. */
  static final Columns<TestRow> COLUMNS =
      new Columns<TestRow>()
          .and("server", row -> row.server.name())
          .and("domain", row -> row.server.domain())
          .and("resource id", row -> row.server.id())
          .and("ring", row -> row.server.ring())
          .and("status", row -> row.server.standing())
          .and("active", row -> row.server.active() ? "yes" : "no")
          .and("outcome", row -> row.result.map(result -> result.outcome().word()))
          .and("result", row -> row.result.map(TestResult::words))
          .and("operation", number(TestResult::operation))
          .and("exit code", number(TestResult::exitCode))
          .and("code", number(TestResult::code))
          .and("tenant", row -> row.result.flatMap(TestResult::tenant))
          .and("host", row -> row.host.map(TestResult.Host::name))
          .and("reached", row -> row.host.map(host -> host.reached() ? "yes" : "no"))
          .and("why", row -> row.host.map(TestResult.Host::why));

  /**
   * Rows of a test.
   *
   * @param report empty if nothing was run
   */
  static List<TestRow> of(TestPlan plan, Optional<Report> report) {
    return report
        .map(ran -> ran.results().stream().flatMap(TestRow::of).toList())
        .orElseGet(() ->
            plan.servers().stream()
                .map(server -> new TestRow(server, Optional.empty(), Optional.empty()))
                .toList());
  }

  private static Stream<TestRow> of(TestResult result) {
    return result.hosts().isEmpty()
        ? Stream.of(new TestRow(result.server(), Optional.of(result), Optional.empty()))
        : result.hosts().stream()
            .map(host -> new TestRow(result.server(), Optional.of(result), Optional.of(host)));
  }

  private static Function<TestRow, Optional<Long>> number(
      Function<TestResult, OptionalLong> value) {
    return row -> row.result.flatMap(result -> value.apply(result).stream().boxed().findFirst());
  }
}

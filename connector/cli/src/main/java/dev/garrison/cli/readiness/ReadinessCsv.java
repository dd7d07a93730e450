package dev.garrison.cli.readiness;

import dev.garrison.cli.output.Csv;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.readiness.Finding;
import dev.garrison.fleet.readiness.Readiness;
import dev.garrison.fleet.readiness.ServerFacts;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which servers are ready, for a spreadsheet. Columns are only ever added at the end. */
final class ReadinessCsv {
  private static final List<String> HEAD =
      List.of(
          "server",
          "ring",
          "state",
          "findings",
          "why",
          "what to do",
          "operating system",
          "client version",
          "last hardware inventory",
          "revision",
          "services",
          "updates",
          "free on C:",
          "restart",
          "windows",
          "resource id");

  private ReadinessCsv() {}

  static void print(PrintWriter out, JudgedReadiness servers) {
    Csv.line(out, HEAD);
    servers.each((server, facts, readiness) -> Csv.line(out, cells(server, facts, readiness)));
  }

  private static List<String> cells(Server server, ServerFacts facts, Readiness readiness) {
    List<String> cells = new ArrayList<>();
    cells.add(server.name());
    cells.add(server.ring());
    cells.add(readiness.state().word());
    cells.add(joined(readiness, finding -> finding.what().word(), " "));
    cells.add(joined(readiness, finding -> finding.level().word() + ": " + finding.why(), "; "));
    cells.add(joined(readiness, Finding::remedy, " "));
    cells.add(server.system());
    cells.add(server.presence().map(Presence::clientVersion).orElse(""));
    cells.add(server.inventoried().map(Instant::toString).orElse(""));
    cells.addAll(FactWords.of(facts).values());
    cells.add(String.valueOf(server.id()));
    return cells;
  }

  private static String joined(
      Readiness readiness, Function<Finding, String> part, String between) {
    return readiness.findings().stream().map(part).collect(Collectors.joining(between));
  }
}

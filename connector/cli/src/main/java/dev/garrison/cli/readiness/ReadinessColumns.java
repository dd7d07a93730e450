package dev.garrison.cli.readiness;

import dev.garrison.cli.output.Columns;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.readiness.Finding;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of {@code garrison prerequisites --csv}. */
final class ReadinessColumns {
  static final Columns<ReadinessLine> ALL =
      new Columns<ReadinessLine>()
          .and("server", line -> line.server().name())
          .and("ring", line -> line.server().ring())
          .and("state", line -> line.readiness().state().word())
          .and("findings", joined(finding -> finding.what().word(), " "))
          .and("why", joined(finding -> finding.level().word() + ": " + finding.why(), "; "))
          .and("what to do", joined(Finding::remedy, " "))
          .and("operating system", line -> line.server().system())
          .and("client version", line -> line.server().presence().map(Presence::clientVersion))
          .and("last hardware inventory", line -> line.server().inventoried())
          .and("revision", line -> FactWords.revision(line.facts()))
          .and("services", line -> FactWords.services(line.facts()))
          .and("updates", line -> FactWords.updates(line.facts()))
          .and("free on C:", line -> FactWords.free(line.facts()))
          .and("restart", line -> FactWords.restart(line.facts()))
          .and("windows", line -> FactWords.windows(line.facts()))
          .and("resource id", line -> line.server().id());

  private ReadinessColumns() {}

  private static Function<ReadinessLine, String> joined(
      Function<Finding, String> part, String between) {
    return line ->
        line.readiness().findings().stream().map(part).collect(Collectors.joining(between));
  }
}

package dev.garrison.cli.readiness;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.fleet.Judged;
import dev.garrison.cli.fleet.ServersAnswer;
import dev.garrison.cli.output.Columns;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.readiness.Readiness.State;
import dev.garrison.fleet.readiness.ReadinessTally;
import dev.garrison.fleet.readiness.ServerFacts;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.ReadinessStanding;
import dev.garrison.json.JsonForm;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * The answer of {@code garrison prerequisites}.
 *
 * @param only lists the servers in this state or with this finding
 * @param time how times are shown
 */
record ReadinessServers(ReadinessStanding readiness, Optional<Worded> only, TerminalTime time)
    implements ServersAnswer<ReadinessLine, ReadinessTally> {
  @Override
  public FleetStanding standing() {
    return readiness.fleet();
  }

  @Override
  public ReadinessLine of(Server server, int row) {
    ServerFacts facts = standing().fleet().facts().at(row);
    return new ReadinessLine(server, facts, readiness.judge().of(server, facts));
  }

  @Override
  public ReadinessTally count(Judged<ReadinessLine> servers) {
    ReadinessTally tally = new ReadinessTally(servers.rings());
    servers.each(each -> tally.add(each.server(), each.readiness()));
    return tally;
  }

  @Override
  public int servers(ReadinessTally tally) {
    return tally.servers();
  }

  @Override
  public boolean isList() {
    return only.isPresent();
  }

  @Override
  public boolean lists(ReadinessLine line) {
    return only.map(some -> Only.holds(some, line.readiness())).orElse(true);
  }

  @Override
  public JsonForm head(ReadinessTally tally) {
    return ReadinessAnswer.of(readiness, tally);
  }

  @Override
  public JsonForm line(ReadinessLine line) {
    return ReadinessAnswer.Line.of(line);
  }

  @Override
  public Columns<ReadinessLine> columns() {
    return ReadinessColumns.ALL;
  }

  @Override
  public void print(PrintWriter out, ReadinessTally tally) {
    new ReadinessScreen(readiness, time).print(out, tally);
  }

  @Override
  public void printList(PrintWriter out, Judged<ReadinessLine> listed) {
    new ReadinessScreen(readiness, time).printList(out, listed, only.orElseThrow());
  }

  @Override
  public void printOne(PrintWriter out, Judged<ReadinessLine> one) {
    new ReadinessScreen(readiness, time).printOne(out, one);
  }

  @Override
  public String report(Judged<ReadinessLine> servers, ReadinessTally tally) {
    return ReadinessReport.render(readiness, servers, tally, time);
  }

  @Override
  public int exitCode(ReadinessTally tally) {
    if (tally.of(State.NOT_READY) > 0) {
      return ExitCode.CHANGES;
    }
    return tally.servers() > 0
            && tally.of(State.READY) + tally.of(State.ONBOARDED) == tally.servers()
        ? ExitCode.OK
        : ExitCode.WAITING;
  }
}

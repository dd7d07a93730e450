package dev.garrison.cli.fleet;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Columns;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.ServerState.Group;
import dev.garrison.fleet.Tally;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.LeavingServers.LeavingServer;
import dev.garrison.json.JsonForm;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * The answer of {@code garrison status}.
 *
 * @param only lists the servers in this state
 * @param time how times are shown
 */
record StatusServers(AntivirusStanding antivirus, Optional<ServerState> only, TerminalTime time)
    implements ServersAnswer<StatusLine, Tally> {
  @Override
  public FleetStanding standing() {
    return antivirus.fleet();
  }

  @Override
  public StatusLine of(Server server, int row) {
    return new StatusLine(server, antivirus.verdict(server, row), () -> antivirus.of(server));
  }

  @Override
  public Tally count(Judged<StatusLine> servers) {
    Tally tally = new Tally(servers.rings());
    servers.each(each -> tally.add(each.server(), each.verdict()));
    return tally;
  }

  @Override
  public int servers(Tally tally) {
    return tally.servers();
  }

  @Override
  public boolean isList() {
    return only.isPresent();
  }

  @Override
  public boolean lists(StatusLine line) {
    return only.filter(wanted -> wanted != line.verdict().state()).isEmpty();
  }

  @Override
  public JsonForm head(Tally tally) {
    return StatusAnswer.of(standing(), tally);
  }

  @Override
  public JsonForm line(StatusLine line) {
    return StatusAnswer.Line.of(line);
  }

  @Override
  public Columns<StatusLine> columns() {
    return StatusColumns.ALL;
  }

  @Override
  public void print(PrintWriter out, Tally tally) {
    new StatusScreen(standing(), time).print(out, tally);
  }

  @Override
  public void printList(PrintWriter out, Judged<StatusLine> listed) {
    new StatusScreen(standing(), time).printList(out, listed, only.orElseThrow());
  }

  @Override
  public void printOne(PrintWriter out, Judged<StatusLine> one) {
    new StatusScreen(standing(), time).printOne(out, one);
  }

  @Override
  public String report(Judged<StatusLine> servers, Tally tally) {
    return StatusReport.render(standing(), servers, tally, time);
  }

  @Override
  public Optional<LeavingServer> leaving(Judged<StatusLine> servers) {
    return servers.leaving();
  }

  @Override
  public int exitCode(Tally tally) {
    return standing().rings().stream()
            .anyMatch(ring -> ring.state().needsSomebody() && tally.rings().contains(ring.ring()))
        ? ExitCode.CHANGES
        : exitCodeOfOne(tally);
  }

  /** An onboarded server is fine, whatever its ring waits for. */
  @Override
  public int exitCodeOfOne(Tally tally) {
    if (tally.of(Group.LOOK) > 0) {
      return ExitCode.CHANGES;
    }
    return tally.servers() > 0 && tally.of(Group.DONE) == tally.servers()
        ? ExitCode.OK
        : ExitCode.WAITING;
  }
}

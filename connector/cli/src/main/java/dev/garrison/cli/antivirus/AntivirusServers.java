package dev.garrison.cli.antivirus;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.fleet.Judged;
import dev.garrison.cli.fleet.ServersAnswer;
import dev.garrison.cli.output.Columns;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.json.JsonForm;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The answer of {@code garrison antivirus}.
 *
 * @param only lists the servers in this danger or with this protection
 * @param time how times are shown
 */
record AntivirusServers(AntivirusStanding antivirus, Optional<Worded> only, TerminalTime time)
    implements ServersAnswer<AntivirusLine, AntivirusTally> {
  @Override
  public FleetStanding standing() {
    return antivirus.fleet();
  }

  @Override
  public AntivirusLine of(Server server, int row) {
    return new AntivirusLine(server, antivirus.of(server));
  }

  @Override
  public AntivirusTally count(Judged<AntivirusLine> servers) {
    AntivirusTally tally = new AntivirusTally(servers.rings());
    servers.each(tally::add);
    return tally;
  }

  @Override
  public int servers(AntivirusTally tally) {
    return tally.servers();
  }

  @Override
  public boolean isList() {
    return only.isPresent();
  }

  @Override
  public boolean lists(AntivirusLine line) {
    return only.filter(some -> !line.today().is(some)).isEmpty();
  }

  /** Those in danger first, the worst danger before the others. */
  @Override
  public List<Predicate<AntivirusLine>> groups() {
    List<Predicate<AntivirusLine>> groups = new ArrayList<>();
    for (Danger danger : Danger.values()) {
      groups.add(line -> lists(line) && line.today().danger().filter(danger::equals).isPresent());
    }
    groups.add(line -> lists(line) && line.today().danger().isEmpty());
    return groups;
  }

  @Override
  public JsonForm head(AntivirusTally tally) {
    return AntivirusAnswer.of(antivirus, tally);
  }

  @Override
  public JsonForm line(AntivirusLine line) {
    return AntivirusAnswer.Line.of(line);
  }

  @Override
  public Columns<AntivirusLine> columns() {
    return AntivirusColumns.ALL;
  }

  @Override
  public void print(PrintWriter out, AntivirusTally tally) {
    new AntivirusScreen(antivirus, time).print(out, tally);
  }

  @Override
  public void printList(PrintWriter out, Judged<AntivirusLine> listed) {
    new AntivirusScreen(antivirus, time).printList(out, listed, only.orElseThrow());
  }

  @Override
  public void printOne(PrintWriter out, Judged<AntivirusLine> one) {
    new AntivirusScreen(antivirus, time).printOne(out, one);
  }

  @Override
  public String report(Judged<AntivirusLine> servers, AntivirusTally tally) {
    return AntivirusReport.render(antivirus, servers.inGroups(groups()), tally, time);
  }

  @Override
  public int exitCode(AntivirusTally tally) {
    if (tally.inDanger() > 0) {
      return ExitCode.CHANGES;
    }
    return tally.servers() > 0 && tally.uncertain() == 0 ? ExitCode.OK : ExitCode.WAITING;
  }
}

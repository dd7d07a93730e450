package dev.garrison.lab.wsus.row;

import dev.garrison.lab.wsus.soap.Cell;
import dev.garrison.lab.wsus.soap.Row;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.Computer;
import dev.garrison.lab.wsus.state.StoredUpdate;
import dev.garrison.lab.wsus.work.Effective;
import dev.garrison.lab.wsus.work.Reporting;
import dev.garrison.lab.wsus.work.ServerState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes the rows of the status that computers reported. */
public final class WsusStatusRows {
  private final ServerState server;
  private final Reporting reporting;
  private final Effective effective;

  /** Creates the rows of a server. */
  public WsusStatusRows(ServerState server, Reporting reporting) {
    this.server = server;
    this.reporting = reporting;
    this.effective = new Effective(server);
  }

  /** Computers in a group, and also in its subgroups if requested. */
  public List<Computer> computersOf(UUID group, boolean subgroups) {
    return server.computers().values().stream()
        .filter(computer ->
            computer.groups().stream()
                .anyMatch(
                    own -> subgroups ? server.groups().isWithin(own, group) : own.equals(group)))
        .toList();
  }

  /** Number of computers in each state. */
  public List<Row> counts(StoredUpdate update, Optional<UUID> group, List<Computer> computers) {
    return counts(
        Cell.guid(update.id()),
        Cell.guid(group),
        Cell.nil(),
        computers.stream().map(computer -> reporting.state(computer, update)));
  }

  /** Number of updates in each state on a computer. */
  public List<Row> counts(Computer computer, List<StoredUpdate> updates) {
    return counts(
        Cell.nil(),
        Cell.nil(),
        Cell.text(computer.id()),
        updates.stream().map(update -> reporting.state(computer, update)));
  }

  /** Number of pairs of an update and a computer in each state. */
  public List<Row> total(UUID group, List<StoredUpdate> updates, List<Computer> computers) {
    return counts(
        Cell.nil(),
        Cell.guid(group),
        Cell.nil(),
        updates.stream()
            .flatMap(
                update -> computers.stream().map(computer -> reporting.state(computer, update))));
  }

  private List<Row> counts(Cell update, Cell group, Cell computer, Stream<Integer> states) {
    Map<Integer, Integer> counts = new TreeMap<>();
    states.forEach(state -> counts.merge(state, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(count ->
            Row.of(
                update,
                group,
                computer,
                Cell.number(count.getKey()),
                Cell.number(count.getValue()),
                Cell.time(server.now())))
        .toList();
  }

  /** State that each computer reported, and the approval that is effective for it. */
  public List<Row> each(StoredUpdate update, List<Computer> computers) {
    return computers.stream()
        .map(computer -> {
          Optional<Approval> counting =
              effective.forComputer(update.latest().revision().key(), computer);
          return Row.of(
              Cell.guid(update.id()),
              Cell.text(computer.id()),
              Cell.number(reporting.state(computer, update)),
              Cell.number(counting.map(Approval::action).orElse(Approval.BLOCK)),
              Cell.guid(counting.map(Approval::group)));
        })
        .toList();
  }
}

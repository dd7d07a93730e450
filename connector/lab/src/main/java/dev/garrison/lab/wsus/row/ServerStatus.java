package dev.garrison.lab.wsus.row;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.soap.Cell;
import dev.garrison.lab.wsus.soap.Row;
import dev.garrison.lab.wsus.state.Computer;
import dev.garrison.lab.wsus.state.ContentState;
import dev.garrison.lab.wsus.state.Groups;
import dev.garrison.lab.wsus.state.StoredUpdate;
import dev.garrison.lab.wsus.work.Reporting;
import dev.garrison.lab.wsus.work.ServerState;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Counts on the first page of the WSUS console. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "proxb/PoshWSUS, Libraries (metadata of table rows; run against the lab)",
    says =
        "WSUS: the status of a server is one row of 19 columns. The meaning of each is"
            + " inferred from its name; critical, security, and infrastructure updates are"
            + " not distinguished.")
public final class ServerStatus {
  private static final int FAILED = 5;
  private static final Set<Integer> NEEDED = Set.of(Reporting.NOT_INSTALLED, 3, FAILED, 6);
  private final ServerState server;
  private final Reporting reporting;
  private final List<StoredUpdate> updates;
  private final List<Computer> computers;

  /** Creates the counts of these updates and computers. */
  public ServerStatus(
      ServerState server,
      Reporting reporting,
      List<StoredUpdate> updates,
      List<Computer> computers) {
    this.server = server;
    this.reporting = reporting;
    this.updates = List.copyOf(updates);
    this.computers = List.copyOf(computers);
  }

  private Cell updates(Predicate<StoredUpdate> which) {
    return Cell.number((int) updates.stream().filter(which).count());
  }

  private Cell computers(Predicate<Computer> which) {
    return Cell.number((int) computers.stream().filter(which).count());
  }

  private boolean isApproved(StoredUpdate update) {
    return server.approvals().isDeployed(update.latest().revision().key());
  }

  private boolean isNotApproved(StoredUpdate update) {
    return !update.declined() && !isApproved(update);
  }

  private boolean has(StoredUpdate update, Predicate<Integer> state) {
    return computers.stream().anyMatch(computer -> state.test(reporting.state(computer, update)));
  }

  private boolean has(Computer computer, Predicate<Integer> state) {
    return updates.stream().anyMatch(update -> state.test(reporting.state(computer, update)));
  }

  private static boolean isOf(StoredUpdate update, ContentState state) {
    return update.latest().content() == state;
  }

  /** The row of the counts. */
  public Row row() {
    WsusUpdateRows rows = new WsusUpdateRows(server);
    Predicate<Integer> unsettled = state -> state == Reporting.UNKNOWN || NEEDED.contains(state);
    return Row.of(
        updates(update -> true),
        updates(StoredUpdate::declined),
        updates(this::isNotApproved),
        updates(rows::hasStale),
        updates(update -> update.latest().revision().expired()),
        Cell.number(0),
        Cell.number(0),
        updates(update -> has(update, state -> state == FAILED)),
        updates(update -> isOf(update, ContentState.FAILED)),
        updates(update -> isOf(update, ContentState.NOT_READY)),
        Cell.number(
            (int)
                server.groups().all().stream()
                    .filter(group -> !Groups.BUILT_IN.contains(group.id()))
                    .count()),
        computers(computer -> true),
        computers(computer -> has(computer, NEEDED::contains)),
        computers(computer -> has(computer, state -> state == FAILED)),
        updates(this::isApproved),
        updates(update -> has(update, NEEDED::contains)),
        Cell.flag(false),
        updates(update -> !update.declined() && !has(update, unsettled)),
        computers(computer -> !has(computer, unsettled)));
  }
}

package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.wsus.row.ServerStatus;
import dev.garrison.lab.wsus.row.WsusStatusRows;
import dev.garrison.lab.wsus.scope.ComputerScope;
import dev.garrison.lab.wsus.scope.UpdateScope;
import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.soap.ResultWriter;
import dev.garrison.lab.wsus.soap.Row;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.state.Computer;
import dev.garrison.lab.wsus.state.StoredUpdate;
import dev.garrison.lab.wsus.state.TargetGroup;
import dev.garrison.lab.wsus.work.Message;
import dev.garrison.lab.wsus.work.Reporting;
import dev.garrison.lab.wsus.work.ServerState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Operations that summarize the status of all updates on all computers. */
final class ReportOperations {
  private final ServerState server;
  private final Reporting reporting;
  private final WsusStatusRows rows;

  ReportOperations(Workings workings) {
    this.server = workings.state();
    this.reporting = workings.reporting();
    this.rows = new WsusStatusRows(server, reporting);
  }

  List<Operation> all() {
    return List.of(
        Operation.read(
            "ExecuteSPGetSummariesPerUpdate",
            "counts per update and state, of the updates and computers that two scopes mean",
            Sources.WSDL,
            given -> {
              List<Computer> computers = ComputerScope.find(server, given);
              return answer(
                  "ExecuteSPGetSummariesPerUpdateResult",
                  UpdateScope.find(server, given).stream()
                      .flatMap(update -> rows.counts(update, Optional.empty(), computers).stream())
                      .toList());
            }),
        Operation.read(
            "ExecuteSPGetSummariesPerComputer",
            "counts per computer and state, of the same",
            Sources.CLIENT,
            given -> {
              List<StoredUpdate> updates = UpdateScope.find(server, given);
              return answer(
                  "ExecuteSPGetSummariesPerComputerResult",
                  ComputerScope.find(server, given).stream()
                      .flatMap(computer -> rows.counts(computer, updates).stream())
                      .toList());
            }),
        Operation.read(
            "ExecuteSPGetTotalSummaryForComputer",
            "counts per state of one computer",
            Sources.WSDL,
            given ->
                answer(
                    "ExecuteSPGetTotalSummaryForComputerResult",
                    rows.counts(computer(given), UpdateScope.inAnyState(server, given)))),
        Operation.read(
            "ExecuteSPGetUpdateInstallationInfoForComputer",
            "the state of each update on one computer",
            Sources.CLIENT,
            given -> {
              List<Computer> one = List.of(computer(given));
              return answer(
                  "ExecuteSPGetUpdateInstallationInfoForComputerResult",
                  UpdateScope.find(server, given).stream()
                      .flatMap(update -> rows.each(update, one).stream())
                      .toList());
            }),
        Operation.read(
            "ExecuteSPGetUpdateSummariesForTargetGroup",
            "counts per update and state, of the computers of a group",
            Sources.WSDL,
            given ->
                answer(
                    "ExecuteSPGetUpdateSummariesForTargetGroupResult",
                    updates().stream()
                        .flatMap(update ->
                            rows
                                .counts(update, Optional.of(group(given)), computers(given))
                                .stream())
                        .toList())),
        Operation.read(
            "ExecuteSPGetComputerSummariesForTargetGroup",
            "counts per computer and state, of the same",
            Sources.WSDL,
            given ->
                answer(
                    "ExecuteSPGetComputerSummariesForTargetGroupResult",
                    computers(given).stream()
                        .flatMap(computer -> rows.counts(computer, updates()).stream())
                        .toList())),
        Operation.read(
            "ExecuteSPGetTotalUpdateSummaryForTargetGroup",
            "counts per state, of the same",
            Sources.WSDL,
            given ->
                answer(
                    "ExecuteSPGetTotalUpdateSummaryForTargetGroupResult",
                    rows.total(group(given), updates(), computers(given)))),
        Operation.read(
            "ExecuteSPGetUpdateServerStatus",
            "the numbers of the console's first page; without scopes, of all updates and computers;"
                + " a second list of rows is empty",
            Sources.ASSEMBLY_RUN,
            this::status));
  }

  private UUID group(Arguments given) {
    return server
        .groups()
        .find(given.guid("targetGroupId"))
        .map(TargetGroup::id)
        .orElseThrow(() -> ServerFault.notFound(server.says(Message.NO_GROUP)));
  }

  private List<Computer> computers(Arguments given) {
    return rows.computersOf(group(given), given.flag("includeSubgroups"));
  }

  private List<StoredUpdate> updates() {
    return server.holdings().updates().stream()
        .filter(update -> update.latest().revision().explicit())
        .toList();
  }

  private Computer computer(Arguments given) {
    return ComputerOperations.find(server, given.text("computerId"));
  }

  private static ResultWriter.Part answer(String element, List<Row> all) {
    return out -> out.rows(element, all.stream());
  }

  private ResultWriter.Part status(Arguments given) {
    List<StoredUpdate> updates =
        given.text("updateScopeXml").isPresent() ? UpdateScope.find(server, given) : updates();
    List<Computer> computers =
        given.text("computerTargetScopeXml").isPresent()
            ? ComputerScope.find(server, given)
            : List.copyOf(server.computers().values());
    Row row = new ServerStatus(server, reporting, updates, computers).row();
    return out ->
        out.rowSets("ExecuteSPGetUpdateServerStatusResult", List.of(List.of(row), List.of()));
  }
}

package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.wsus.row.WsusStatusRows;
import dev.garrison.lab.wsus.scope.ComputerScope;
import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.soap.ResultWriter;
import dev.garrison.lab.wsus.soap.Row;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.state.Groups;
import dev.garrison.lab.wsus.state.StoredUpdate;
import dev.garrison.lab.wsus.state.TargetGroup;
import dev.garrison.lab.wsus.work.Message;
import dev.garrison.lab.wsus.work.ServerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Operations on the status of an update that computers reported. */
final class StatusOperations {
  private final ServerState server;
  private final WsusStatusRows rows;

  StatusOperations(Workings workings) {
    this.server = workings.state();
    this.rows = new WsusStatusRows(server, workings.reporting());
  }

  List<Operation> all() {
    return List.of(
        Operation.read(
            "ExecuteSPGetTargetGroupSummariesForUpdate",
            "counts per group and state; states without a computer have no row (inferred)",
            Sources.WSDL,
            this::perGroup),
        Operation.read(
            "ExecuteSPGetUpdateSummaryForSingleTargetGroup",
            "counts of one group",
            Sources.WSDL,
            given -> {
              UUID group = group(given);
              return answer(
                  "ExecuteSPGetUpdateSummaryForSingleTargetGroupResult",
                  rows.counts(
                      update(given),
                      Optional.of(group),
                      rows.computersOf(group, given.flag("includeSubgroups"))));
            }),
        Operation.read(
            "ExecuteSPGetSummariesPerUpdate_SingleUpdate",
            "counts of the computers that a scope means",
            Sources.WSDL,
            given ->
                answer(
                    "ExecuteSPGetSummariesPerUpdate_SingleUpdateResult",
                    rows.counts(
                        update(given), Optional.empty(), ComputerScope.find(server, given)))),
        Operation.read(
            "ExecuteSPGetUpdateInstallationInfoForTargetGroup",
            "each computer's state, and the approval that counts for it",
            Sources.WSDL,
            given ->
                answer(
                    "ExecuteSPGetUpdateInstallationInfoForTargetGroupResult",
                    rows.each(
                        update(given),
                        rows.computersOf(group(given), given.flag("includeSubgroups"))))),
        Operation.read(
            "ExecuteSPGetUpdateInstallationInfoForUpdate",
            "the same for the computers that a scope means",
            Sources.WSDL,
            given ->
                answer(
                    "ExecuteSPGetUpdateInstallationInfoForUpdateResult",
                    rows.each(update(given), ComputerScope.find(server, given)))));
  }

  private static ResultWriter.Part answer(String element, List<Row> all) {
    return out -> out.rows(element, all.stream());
  }

  private StoredUpdate update(Arguments given) {
    return server
        .holdings()
        .update(given.guid("updateId"))
        .orElseThrow(() -> ServerFault.notFound(server.says(Message.NO_UPDATE)));
  }

  private UUID group(Arguments given) {
    return server
        .groups()
        .find(given.guid("targetGroupId"))
        .map(TargetGroup::id)
        .orElseThrow(() -> ServerFault.notFound(server.says(Message.NO_GROUP)));
  }

  private ResultWriter.Part perGroup(Arguments given) {
    StoredUpdate update = update(given);
    boolean subgroups = given.flag("includeSubgroups");
    List<Row> all = new ArrayList<>();
    for (TargetGroup group : server.groups().all()) {
      if (!group.id().equals(Groups.DOWNSTREAM_SERVERS)) {
        all.addAll(
            rows.counts(update, Optional.of(group.id()), rows.computersOf(group.id(), subgroups)));
      }
    }
    return answer("ExecuteSPGetTargetGroupSummariesForUpdateResult", all);
  }
}

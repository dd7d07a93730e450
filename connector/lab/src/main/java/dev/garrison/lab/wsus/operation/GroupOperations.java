package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.wsus.row.ObjectRows;
import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.soap.ResultWriter;
import dev.garrison.lab.wsus.soap.Row;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.state.Computer;
import dev.garrison.lab.wsus.state.TargetGroup;
import dev.garrison.lab.wsus.work.Message;
import dev.garrison.lab.wsus.work.ServerState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Target groups. */
final class GroupOperations {
  private final ServerState server;

  GroupOperations(Workings workings) {
    this.server = workings.state();
  }

  List<Operation> all() {
    return List.of(
        Operation.read(
            "ExecuteSPGetAllTargetGroups",
            "all groups, that of downstream servers too (inferred)",
            Sources.WSDL,
            given -> rows("ExecuteSPGetAllTargetGroupsResult", server.groups().all().stream())),
        Operation.read(
            "ExecuteSPGetTargetGroupById",
            "one group",
            Sources.WSDL,
            given -> row("ExecuteSPGetTargetGroupByIdResult", group(given.guid("id")))),
        Operation.read(
            "ExecuteSPGetChildTargetGroups",
            "the children of a group",
            Sources.WSDL,
            given ->
                rows(
                    "ExecuteSPGetChildTargetGroupsResult",
                    server.groups().children(group(given.guid("targetGroupId")).id()).stream())),
        Operation.read(
            "ExecuteSPGetParentTargetGroup",
            "the parent of a group; that of a root is not found",
            Sources.WSDL,
            given ->
                row(
                    "ExecuteSPGetParentTargetGroupResult",
                    group(group(given.guid("targetGroupId")).parent().orElse(new UUID(0, 0))))),
        Operation.read(
            "ExecuteSPGetTargetGroupsForComputer",
            "the groups that a computer is in directly",
            Sources.WSDL,
            this::ofComputer));
  }

  private static ResultWriter.Part rows(String element, Stream<TargetGroup> groups) {
    List<Row> rows = groups.map(ObjectRows::of).toList();
    return out -> out.rows(element, rows.stream());
  }

  private static ResultWriter.Part row(String element, TargetGroup group) {
    Row row = ObjectRows.of(group);
    return out -> out.row(element, row);
  }

  private TargetGroup group(UUID id) {
    return server
        .groups()
        .find(id)
        .orElseThrow(() -> ServerFault.notFound(server.says(Message.NO_GROUP)));
  }

  private ResultWriter.Part ofComputer(Arguments given) {
    Computer computer = ComputerOperations.find(server, given.text("computerId"));
    return rows(
        "ExecuteSPGetTargetGroupsForComputerResult",
        computer.groups().stream().map(server.groups()::find).flatMap(Optional::stream));
  }
}

package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.wsus.row.ObjectRows;
import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.soap.ResultWriter;
import dev.garrison.lab.wsus.soap.Row;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.state.Computer;
import dev.garrison.lab.wsus.state.TargetGroup;
import dev.garrison.lab.wsus.work.Grouping;
import dev.garrison.lab.wsus.work.Message;
import dev.garrison.lab.wsus.work.ServerState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Operations on computer groups. */
final class GroupOperations {
  private final ServerState server;
  private final Grouping grouping;

  GroupOperations(Workings workings) {
    this.server = workings.state();
    this.grouping = new Grouping(server);
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
            this::ofComputer),
        Operation.write(
            "ExecuteSPCreateTargetGroup1",
            "makes a group; answers its row",
            Sources.CLIENT,
            given ->
                row(
                    "ExecuteSPCreateTargetGroup1Result",
                    grouping.create(given.text("name").orElse(""), given.guid("parentGroupId")))),
        Operation.write(
            "ExecuteSPDeleteTargetGroup",
            "deletes a group with those in it and their approvals",
            Sources.CLIENT,
            given -> {
              grouping.delete(given.guid("id"), given.flag("failIfReplica"));
              return Operation.NOTHING;
            }),
        Operation.write(
            "ExecuteSPAddComputerToTargetGroupAllowMultipleGroups",
            "adds a computer to a group and keeps its other groups",
            Sources.CLIENT,
            given -> {
              grouping.add(given.guid("targetGroupId"), computer(given).id());
              return Operation.NOTHING;
            }),
        Operation.write(
            "ExecuteSPRemoveComputerFromTargetGroup",
            "takes a computer out of a group",
            Sources.CLIENT,
            given -> {
              grouping.remove(given.guid("targetGroupId"), computer(given).id());
              return Operation.NOTHING;
            }));
  }

  private ResultWriter.Part rows(String element, Stream<TargetGroup> groups) {
    List<Row> rows = groups.map(group -> ObjectRows.of(group, server.quirks())).toList();
    return out -> out.rows(element, rows.stream());
  }

  private ResultWriter.Part row(String element, TargetGroup group) {
    Row row = ObjectRows.of(group, server.quirks());
    return out -> out.row(element, row);
  }

  private TargetGroup group(UUID id) {
    return server
        .groups()
        .find(id)
        .orElseThrow(() -> ServerFault.notFound(server.says(Message.NO_GROUP)));
  }

  private Computer computer(Arguments given) {
    return ComputerOperations.find(server, given.text("computerId"));
  }

  private ResultWriter.Part ofComputer(Arguments given) {
    Computer computer = computer(given);
    return rows(
        "ExecuteSPGetTargetGroupsForComputerResult",
        computer.groups().stream().map(server.groups()::find).flatMap(Optional::stream));
  }
}

package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.wsus.row.ComputerRows;
import dev.garrison.lab.wsus.row.WsusStatusRows;
import dev.garrison.lab.wsus.scope.ComputerScope;
import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.soap.ResultWriter;
import dev.garrison.lab.wsus.soap.Row;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.state.Computer;
import dev.garrison.lab.wsus.work.Message;
import dev.garrison.lab.wsus.work.ServerState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Operations on computers. */
final class ComputerOperations {
  private final ServerState server;
  private final WsusStatusRows status;

  ComputerOperations(Workings workings) {
    this.server = workings.state();
    this.status = new WsusStatusRows(server, workings.reporting());
  }

  List<Operation> all() {
    return List.of(
        Operation.read(
            "ExecuteSPSearchComputers",
            "what a scope means",
            Sources.WSDL,
            given -> sets("ExecuteSPSearchComputersResult", ComputerScope.find(server, given))),
        Operation.read(
            "ExecuteSPGetAllComputers",
            "all of this server",
            Sources.WSDL,
            given ->
                sets("ExecuteSPGetAllComputersResult", List.copyOf(server.computers().values()))),
        Operation.read(
            "ExecuteSPGetComputerCount",
            "how many a scope means",
            Sources.WSDL,
            given ->
                ServerOperations.number(
                    "ExecuteSPGetComputerCountResult", ComputerScope.find(server, given).size())),
        Operation.read(
            "ExecuteSPGetComputersNotContactedSinceCount",
            "how many have not reported since a time",
            Sources.WSDL,
            given -> {
              Instant since = SqlTime.of(given, "fromDate");
              return ServerOperations.number(
                  "ExecuteSPGetComputersNotContactedSinceCountResult",
                  (int)
                      server.computers().values().stream()
                          .filter(computer ->
                              computer.lastReport().filter(at -> !at.isBefore(since)).isEmpty())
                          .count());
            }),
        Operation.read(
            "ExecuteSPGetComputerById",
            "one computer by its SusClientId",
            Sources.CLIENT,
            given ->
                sets("ExecuteSPGetComputerByIdResult", List.of(find(server, given.text("id"))))),
        Operation.read(
            "ExecuteSPGetComputerTargetByName",
            "one computer by its whole name",
            Sources.WSDL,
            given ->
                named(
                    "ExecuteSPGetComputerTargetByNameResult",
                    computer -> computer.name().equalsIgnoreCase(given.text("name").orElse("")))),
        Operation.read(
            "ExecuteSPSimpleSearchComputers",
            "computers whose name contains a text",
            Sources.WSDL,
            this::simpleSearch),
        Operation.read(
            "ExecuteSPGetComputersInTargetGroup",
            "the computers of a group",
            Sources.WSDL,
            this::inGroup));
  }

  /** Finds a computer by its id, or refuses the request. */
  static Computer find(ServerState server, Optional<String> id) {
    String text =
        id.orElseThrow(() ->
            ServerFault.argument(
                "ArgumentNullException", "Value cannot be null. Parameter name: computerId"));
    Computer computer = server.computers().get(text.toLowerCase(Locale.ROOT));
    if (computer == null) {
      throw ServerFault.notFound(server.says(Message.NO_ITEM));
    }
    return computer;
  }

  private ResultWriter.Part sets(String element, List<Computer> computers) {
    List<List<Row>> sets = ComputerRows.sets(computers, server);
    return out -> out.rowSets(element, sets);
  }

  private ResultWriter.Part named(String element, Predicate<Computer> which) {
    List<Computer> found = server.computers().values().stream().filter(which).toList();
    if (found.isEmpty()) {
      throw ServerFault.notFound(server.says(Message.NO_ITEM));
    }
    return sets(element, found);
  }

  private ResultWriter.Part simpleSearch(Arguments given) {
    String wanted = given.text("name").orElse("").toLowerCase(Locale.ROOT);
    return sets(
        "ExecuteSPSimpleSearchComputersResult",
        server.computers().values().stream()
            .filter(computer -> computer.name().toLowerCase(Locale.ROOT).contains(wanted))
            .toList());
  }

  private ResultWriter.Part inGroup(Arguments given) {
    UUID group = given.guid("targetGroupId");
    if (server.groups().find(group).isEmpty()) {
      throw ServerFault.notFound(server.says(Message.NO_GROUP));
    }
    return sets(
        "ExecuteSPGetComputersInTargetGroupResult",
        status.computersOf(group, given.flag("includeSubgroups")));
  }
}

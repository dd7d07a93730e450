package dev.garrison.lab.wsus.operation;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.soap.ResultWriter;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.work.Message;
import dev.garrison.lab.wsus.work.ServerState;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Operations that a simulated server carries out. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "proxb/PoshWSUS, Libraries (UpdateServerUserRole and permission names)",
    says =
        "WSUS: a reporter (role 1) reads, an administrator (2) writes too. That a reporter's write is a SecurityException is inferred.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "huner2/go-wsus, docs/WebService.xml",
    says =
        "WSUS: an operation of the contract that the simulated server does not support"
            + " results in a fault and is listed with the calls.")
public final class Operations {
  private static final int ADMINISTRATOR = 2;

  /** Reads that need a role according to the specification, which is silent about the others. */
  private static final Set<String> FOR_REPORTERS = Set.of("GetSubscription");

  private final Map<String, Operation> byName = new LinkedHashMap<>();
  private final ServerState server;

  /** Creates all operations of a server. */
  public Operations(Workings workings) {
    this.server = workings.state();
    Stream.of(
            new ServerOperations(workings).all(),
            new SubscriptionOperations(workings).all(),
            new CategoryOperations(workings).all(),
            new UpdateOperations(workings).all(),
            new RelationOperations(workings).all(),
            new DeploymentOperations(workings).all(),
            new GroupOperations(workings).all(),
            new ComputerOperations(workings).all(),
            new StatusOperations(workings).all(),
            new ReportOperations(workings).all())
        .flatMap(List::stream)
        .forEach(operation -> byName.put(operation.name(), operation));
  }

  /** All operations. */
  public Collection<Operation> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /** Whether the simulated server carries out an operation. */
  public boolean carriesOut(String name) {
    return byName.containsKey(name);
  }

  /** Whether an operation changes something; one that is not carried out counts as a change. */
  public boolean isWrite(String name) {
    return Optional.ofNullable(byName.get(name)).map(Operation::write).orElse(true);
  }

  /**
   * Carries out an operation while the servers' lock is held.
   *
   * @return the content of the answer, to be written without the lock
   */
  public ResultWriter.Part carryOut(String name, Arguments arguments) {
    Operation operation = byName.get(name);
    if (operation == null) {
      throw ServerFault.unhandled(
          "System.NotSupportedException", name + " is not carried out by the stand-in.");
    }
    if (server.quirks().takeBusy()) {
      throw ServerFault.invalidOperation(server.says(Message.BUSY));
    }
    int role = server.quirks().role();
    if ((operation.write() && role < ADMINISTRATOR)
        || (role == 0 && FOR_REPORTERS.contains(name))) {
      throw ServerFault.unhandled(
          "System.Security.SecurityException", server.says(Message.NO_RIGHT));
    }
    if (operation.write()) {
      if (server.quirks().takeDeadlock()) {
        throw ServerFault.unhandled(
            "System.Data.SqlClient.SqlException", server.says(Message.DEADLOCK));
      }
    }
    return operation.work().apply(arguments);
  }
}

package dev.garrison.lab.wsus.work;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.state.Computer;
import dev.garrison.lab.wsus.state.Groups;
import dev.garrison.lab.wsus.state.TargetGroup;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Creates and deletes groups, and moves computers, by the server's rules. */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "[MS-WSUSAR] 3.1.4.27 to 3.1.4.31; learn.microsoft.com, IComputerTargetGroup.Delete",
    says =
        "WSUS: a group has a name that no other has, whatever its case; deleting one deletes its approvals; a replica changes none. That its subgroups go too and that computers left without a group become unassigned is inferred.")
public final class Grouping {
  private final ServerState server;

  /** Creates the group functions of a server. */
  public Grouping(ServerState server) {
    this.server = server;
  }

  private TargetGroup group(UUID id) {
    return server
        .groups()
        .find(id)
        .orElseThrow(() -> ServerFault.notFound(server.says(Message.NO_GROUP)));
  }

  private TargetGroup own(UUID id) {
    TargetGroup group = group(id);
    if (Groups.BUILT_IN.contains(id)) {
      throw ServerFault.invalidOperation(server.says(Message.INVALID_FOR_GROUP));
    }
    return group;
  }

  private Computer computer(String id) {
    Computer computer = server.computers().get(id);
    if (computer == null) {
      throw ServerFault.notFound(server.says(Message.NO_ITEM));
    }
    return computer;
  }

  /**
   * Creates a group below another one.
   *
   * @throws ServerFault if the rules forbid it
   */
  public TargetGroup create(String name, UUID parent) {
    server.refuseOnReplica();
    group(parent);
    if (name.isBlank()) {
      throw ServerFault.argument("ArgumentException", "name");
    }
    if (server.groups().all().stream().anyMatch(each -> each.name().equalsIgnoreCase(name))) {
      throw ServerFault.exists(server.says(Message.ITEM_EXISTS));
    }
    String seed = "%s/%s/%s".formatted(server.identity().id(), name, server.now());
    UUID id = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    server.groups().add(id, name, parent);
    return group(id);
  }

  /** Deletes a group with its subgroups. */
  public void delete(UUID id, boolean failIfReplica) {
    if (failIfReplica) {
      server.refuseOnReplica();
    }
    remove(own(id));
  }

  private void remove(TargetGroup group) {
    server.groups().children(group.id()).forEach(this::remove);
    server
        .holdings()
        .updates()
        .forEach(update ->
            server.approvals().remove(update.id(), each -> each.group().equals(group.id())));
    server.computers().values().forEach(computer -> leave(computer, group.id()));
    server.groups().remove(group.id());
  }

  private static void leave(Computer computer, UUID group) {
    if (computer.groups().remove(group)
        && List.of(Groups.ALL_COMPUTERS).containsAll(computer.groups())) {
      computer.groups().add(Groups.UNASSIGNED);
    }
  }

  /** Adds a computer to a group; it stays in its other groups. */
  public void add(UUID id, String computerId) {
    server.refuseOnReplica();
    TargetGroup group = own(id);
    Computer computer = computer(computerId);
    computer.groups().remove(Groups.UNASSIGNED);
    computer.groups().add(group.id());
  }

  /** Removes a computer from a group. */
  public void remove(UUID id, String computerId) {
    server.refuseOnReplica();
    leave(computer(computerId), own(id).id());
  }
}

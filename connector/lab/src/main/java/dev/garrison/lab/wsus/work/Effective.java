package dev.garrison.lab.wsus.work;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.catalogue.RevisionKey;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.Computer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the approval that is effective for a group or a computer. */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "learn.microsoft.com, IUpdate.Approve",
    says =
        "WSUS: a group follows its own approval, else that of its nearest ancestor; a block on a group overrides an ancestor's install.")
public final class Effective {
  private final ServerState server;

  /** Creates a search in the approvals of a server. */
  public Effective(ServerState server) {
    this.server = server;
  }

  /** Approval that is effective for a group; empty if no group above has one either. */
  public Optional<Approval> forGroup(RevisionKey revision, UUID group) {
    List<Approval> all =
        server.approvals().of(revision).stream()
            .filter(approval -> approval.action() != Approval.DETECT)
            .toList();
    return server.groups().upwards(group).stream()
        .flatMap(at -> all.stream().filter(approval -> approval.group().equals(at)))
        .findFirst();
  }

  /** Approval that is effective for a computer; an install for one of its groups comes first. */
  public Optional<Approval> forComputer(RevisionKey revision, Computer computer) {
    List<Approval> candidates =
        computer.groups().stream()
            .map(group -> forGroup(revision, group))
            .flatMap(Optional::stream)
            .toList();
    return candidates.stream()
        .filter(approval -> approval.action() == Approval.INSTALL)
        .findFirst()
        .or(() -> candidates.stream().findFirst());
  }
}

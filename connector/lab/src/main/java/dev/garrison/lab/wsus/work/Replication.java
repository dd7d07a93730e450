package dev.garrison.lab.wsus.work;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.StoredUpdate;
import dev.garrison.lab.wsus.state.TargetGroup;

/** Copies an upstream server's decisions to a replica. */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "[MS-WSUSSS] 3.2, GetDeployments",
    says =
        "WSUS: a replica gets groups, approvals with their IDs, declines, and accepted"
            + " license terms from its upstream server; an autonomous server gets only"
            + " updates.")
final class Replication {
  private final ServerState above;
  private final ServerState replica;
  private final Approving approving;

  Replication(ServerState above, ServerState replica, Approving approving) {
    this.above = above;
    this.replica = replica;
    this.approving = approving;
  }

  void repeat() {
    for (TargetGroup group : above.groups().all()) {
      if (replica.groups().find(group.id()).isEmpty()) {
        replica.groups().add(group.id(), group.name(), group.parent().orElseThrow());
      }
    }
    replica.holdings().acceptedEulas().addAll(above.holdings().acceptedEulas());
    above.holdings().updates().forEach(this::repeat);
  }

  private void repeat(StoredUpdate theirs) {
    replica
        .holdings()
        .update(theirs.id())
        .ifPresent(own -> {
          own.declined(theirs.declined());
          replica.approvals().remove(own.id(), any -> true);
          for (Approval approval : above.approvals().of(theirs.id())) {
            replica.approvals().add(approval);
            if (approval.action() == Approval.INSTALL || approval.action() == Approval.BUNDLE) {
              approving.wanted(approval.revision());
            }
          }
        });
  }
}

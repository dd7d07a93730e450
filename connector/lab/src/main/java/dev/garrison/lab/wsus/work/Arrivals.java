package dev.garrison.lab.wsus.work;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.catalogue.Revision;
import dev.garrison.lab.wsus.catalogue.RevisionKey;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.ApprovalRule;
import dev.garrison.lab.wsus.state.StoredRevision;
import dev.garrison.lab.wsus.state.StoredUpdate;
import java.util.List;
import java.util.UUID;

/** Handles new revisions: sets up detection, moves approvals, and runs approval rules. */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "learn.microsoft.com, IUpdateServerConfiguration.AutoRefreshUpdateApprovals",
    says =
        "WSUS: if new revisions are approved automatically, approvals move to them;"
            + " otherwise they are stale. That the moved approval has a new ID and, by"
            + " default in the lab, the server's name instead of the approver's is inferred.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "learn.microsoft.com, IAutomaticUpdateApprovalRule",
    says = "WSUS: enabled approval rules run after each synchronization on its new updates.")
final class Arrivals {
  private final ServerState server;
  private final Approving approving;

  Arrivals(ServerState server, Approving approving) {
    this.server = server;
    this.approving = approving;
  }

  /** Stores revisions, and returns the updates that have a new one. */
  List<UUID> take(List<Revision> revisions) {
    return revisions.stream().filter(this::takeOne).map(Revision::updateId).distinct().toList();
  }

  private boolean takeOne(Revision revision) {
    boolean known = server.holdings().update(revision.updateId()).isPresent();
    if (!server.holdings().keep(revision, server.now())) {
      return false;
    }
    StoredUpdate update = server.holdings().update(revision.updateId()).orElseThrow();
    if (!update.latest().revision().equals(revision) || update.declined()) {
      return true;
    }
    if (revision.explicit()) {
      approving.detect(revision.key());
    }
    if (known && revision.expired()) {
      if (server.settings().declinesExpired()) {
        approving.declineHere(update);
      }
    } else if (known && server.settings().autoRefresh()) {
      refresh(revision.key());
    }
    return true;
  }

  private void refresh(RevisionKey latest) {
    StoredRevision stored = server.holdings().revision(latest).orElseThrow();
    if (isEulaOpen(stored.revision())) {
      return;
    }
    List<Approval> moving =
        server
            .approvals()
            .remove(
                latest.updateId(),
                old -> !old.revision().equals(latest) && old.action() != Approval.DETECT);
    for (Approval old : moving) {
      String admin = server.settings().refreshKeepsAdminName() ? old.admin() : Approval.SERVER;
      server
          .approvals()
          .add(
              new Approval(
                  server.approvals().freshId(server.identity().id()),
                  latest,
                  old.group(),
                  old.action(),
                  server.now(),
                  old.deadline(),
                  admin,
                  old.assigned()));
      if (old.action() == Approval.INSTALL) {
        approving.wanted(latest);
      }
    }
  }

  private boolean isEulaOpen(Revision revision) {
    return revision
        .eula()
        .filter(eula -> !server.holdings().acceptedEulas().contains(eula))
        .isPresent();
  }

  /** Runs the approval rules on new updates. */
  void runRules(List<UUID> came) {
    for (ApprovalRule rule : server.rules()) {
      if (rule.enabled()) {
        server.holdings().stored(came).stream()
            .filter(update -> covers(rule, update.latest().revision()) && !update.declined())
            .forEach(update -> apply(rule, update.latest().revision().key()));
      }
    }
  }

  private boolean covers(ApprovalRule rule, Revision revision) {
    boolean classification =
        rule.classifications().isEmpty()
            || rule.classifications().contains(revision.relations().classification());
    boolean product =
        rule.products().isEmpty()
            || revision.relations().products().stream()
                .anyMatch(own ->
                    rule.products().stream()
                        .anyMatch(wanted -> server.holdings().isWithin(own, wanted)));
    return classification
        && product
        && !isEulaOpen(revision)
        && revision.explicit()
        && !revision.expired();
  }

  private void apply(ApprovalRule rule, RevisionKey revision) {
    for (UUID group : rule.groups()) {
      boolean there =
          server.approvals().of(revision).stream()
              .anyMatch(old -> old.group().equals(group) && old.action() == Approval.INSTALL);
      if (!there && !server.replica()) {
        approving.approve(
            new Approving.Wish(
                revision, Approval.INSTALL, group, Approval.NO_DEADLINE, Approval.SERVER, true));
      }
    }
  }
}

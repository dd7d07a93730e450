package dev.garrison.lab.wsus.work;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.catalogue.Revision;
import dev.garrison.lab.wsus.catalogue.RevisionKey;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.Groups;
import dev.garrison.lab.wsus.state.StoredRevision;
import dev.garrison.lab.wsus.state.StoredUpdate;
import java.time.Instant;
import java.util.UUID;

/** Approves and declines updates, and removes approvals, by the server's rules. */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "learn.microsoft.com, IUpdate.Approve and IUpdate.Decline; PoshWSUS Libraries",
    says =
        "WSUS: an expired update is not approved; license terms must be accepted"
            + " first; no deadline if the update prompts the user; a replica decides nothing;"
            + " a decline removes approvals.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "[MS-WSUSSS], approvals",
    says =
        "WSUS: each update has an approval of action 2 on All Computers by \"WUS Server\", which makes clients report. That it may be deleted, and that an approval of All Computers replaces it, is inferred.")
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "jeremiaspala/ADeep, src/main/wsus",
    says = "WSUS: action 3 makes a block and is refused for All Computers.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "learn.microsoft.com, IUpdate.Approve",
    says =
        "WSUS: approving a declined update removes the decline. Approving again for a"
            + " group replaces the approval, its ID, and its approver. An older revision can"
            + " be approved without any effect. Only the server approves parts of a bundle"
            + " (action 5). Declining on a replica without failIfReplica works.")
public final class Approving {
  private final ServerState server;
  private final Contents contents;

  /** Creates the approving functions of a server. */
  public Approving(ServerState server, Contents contents) {
    this.server = server;
    this.contents = contents;
  }

  /** A request for an approval. */
  public record Wish(
      RevisionKey revision,
      int action,
      UUID group,
      Instant deadline,
      String admin,
      boolean assigned) {
    boolean hasDeadline() {
      return deadline.isBefore(Approval.NO_DEADLINE.minusSeconds(1));
    }
  }

  /**
   * Approves a revision for a group.
   *
   * @throws ServerFault if the rules forbid it
   */
  public Approval approve(Wish wish) {
    server.refuseOnReplica();
    StoredRevision stored =
        server
            .holdings()
            .revision(wish.revision())
            .orElseThrow(() -> ServerFault.notFound(server.says(Message.NO_UPDATE)));
    if (server.groups().find(wish.group()).isEmpty()) {
      throw ServerFault.notFound(server.says(Message.NO_GROUP));
    }
    checkAction(wish, stored.revision());
    StoredUpdate update = server.holdings().update(wish.revision().updateId()).orElseThrow();
    if (update.declined()) {
      update.declined(false);
      detect(update.latest().revision().key());
    }
    return put(wish, stored.revision());
  }

  private void checkAction(Wish wish, Revision revision) {
    boolean builtIn =
        wish.group().equals(Groups.DOWNSTREAM_SERVERS)
            || (wish.group().equals(Groups.ALL_COMPUTERS) && wish.action() == Approval.BLOCK);
    if (builtIn || !revision.explicit() || wish.action() < 0 || wish.action() > Approval.BLOCK) {
      throw ServerFault.invalidOperation(server.says(Message.INVALID_FOR_GROUP));
    }
    if (wish.action() == Approval.UNINSTALL && !revision.behaviour().uninstalls()) {
      throw ServerFault.invalidOperation(server.says(Message.INVALID_FOR_GROUP));
    }
    if (wish.action() == Approval.INSTALL) {
      if (revision.expired()) {
        throw ServerFault.invalidOperation(server.says(Message.EXPIRED));
      }
      if (revision.eula().filter(e -> !server.holdings().acceptedEulas().contains(e)).isPresent()) {
        throw ServerFault.invalidOperation(server.says(Message.EULA));
      }
    }
    if (wish.hasDeadline() && revision.behaviour().asksUser()) {
      throw ServerFault.invalidOperation(server.says(Message.DEADLINE));
    }
  }

  private Approval put(Wish wish, Revision revision) {
    server
        .approvals()
        .remove(
            revision.updateId(),
            old -> old.revision().equals(wish.revision()) && old.group().equals(wish.group()));
    Approval approval = approval(wish, wish.revision(), wish.action());
    server.approvals().add(approval);
    if (wish.action() == Approval.INSTALL) {
      contents.wanted(wish.revision());
      for (RevisionKey part : revision.relations().bundles()) {
        removeParts(part, wish.group());
        server.approvals().add(approval(wish, part, Approval.BUNDLE));
        contents.wanted(part);
      }
    }
    return approval;
  }

  private Approval approval(Wish wish, RevisionKey revision, int action) {
    return new Approval(
        server.approvals().freshId(server.identity().id()),
        revision,
        wish.group(),
        action,
        server.now(),
        wish.deadline(),
        action == Approval.DETECT ? wish.admin() : server.quirks().approver().orElse(wish.admin()),
        wish.assigned());
  }

  private void removeParts(RevisionKey part, UUID group) {
    server
        .approvals()
        .remove(
            part.updateId(), old -> old.action() == Approval.BUNDLE && old.group().equals(group));
  }

  /** Requests the files of a revision. */
  void wanted(RevisionKey revision) {
    contents.wanted(revision);
  }

  /** Adds the server's own approval, which makes clients report. */
  void detect(RevisionKey revision) {
    server.approvals().remove(revision.updateId(), old -> old.action() == Approval.DETECT);
    server
        .approvals()
        .add(
            approval(
                new Wish(
                    revision,
                    Approval.DETECT,
                    Groups.ALL_COMPUTERS,
                    Approval.NO_DEADLINE,
                    Approval.SERVER,
                    false),
                revision,
                Approval.DETECT));
  }

  /**
   * Removes an approval, so that its group inherits again.
   *
   * @throws ServerFault if there is none with this id
   */
  public void delete(UUID id) {
    server.refuseOnReplica();
    Approval gone =
        server
            .approvals()
            .find(id)
            .orElseThrow(() -> ServerFault.notFound(server.says(Message.NO_ITEM)));
    drop(gone);
    if (gone.group().equals(Groups.ALL_COMPUTERS) && gone.action() != Approval.DETECT) {
      detect(gone.revision());
    }
  }

  private void drop(Approval approval) {
    server
        .approvals()
        .remove(approval.revision().updateId(), old -> old.id().equals(approval.id()));
    server
        .holdings()
        .revision(approval.revision())
        .ifPresent(stored ->
            stored
                .revision()
                .relations()
                .bundles()
                .forEach(part -> removeParts(part, approval.group())));
  }

  /** Declines an update with all its revisions. */
  public void decline(UUID id, boolean failIfReplica) {
    if (failIfReplica) {
      server.refuseOnReplica();
    }
    StoredUpdate update =
        server
            .holdings()
            .update(id)
            .orElseThrow(() -> ServerFault.notFound(server.says(Message.NO_UPDATE)));
    declineHere(update);
  }

  void declineHere(StoredUpdate update) {
    update.declined(true);
    server.approvals().of(update.id()).forEach(this::drop);
  }

  /** Accepts the license terms of a revision. */
  public void acceptEula(UUID eula, RevisionKey revision) {
    server.refuseOnReplica();
    StoredRevision stored =
        server
            .holdings()
            .revision(revision)
            .orElseThrow(() -> ServerFault.notFound(server.says(Message.NO_UPDATE)));
    if (stored.revision().eula().filter(eula::equals).isEmpty()) {
      throw ServerFault.notFound(server.says(Message.NO_ITEM));
    }
    server.holdings().acceptedEulas().add(eula);
  }
}

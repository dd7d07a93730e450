package dev.garrison.lab.wsus.row;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.catalogue.Category;
import dev.garrison.lab.wsus.catalogue.CategoryKind;
import dev.garrison.lab.wsus.soap.Cell;
import dev.garrison.lab.wsus.soap.Row;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.Holdings;
import dev.garrison.lab.wsus.state.Subscription;
import dev.garrison.lab.wsus.state.TargetGroup;
import dev.garrison.lab.wsus.work.ServerState;
import java.util.Optional;
import java.util.UUID;

/** Rows of approvals, groups, categories and downstream servers. */
@KnownFrom(
    mark = Mark.RECORDED,
    source =
        "proxb/PoshWSUS, Libraries (metadata of table rows); Yevrag35/MG.UpdateManagement, UmUpdateApproval",
    says =
        "WSUS: columns of approvals (11), target groups (6), categories (12), downstream servers (7), counts (6) and installation states (5). The value types are those that Microsoft's client casts them to.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "learn.microsoft.com, IDownstreamServer.ParentServerId; [MS-WSUSAR] 3.1.4.33.3.2",
    says =
        "WSUS: a server that synchronises from the asked one has zeros for its parent, or nothing; times before its first synchronisation are nothing.")
public final class ObjectRows {
  private static final int ACTIVE = 1;

  private ObjectRows() {}

  /** An approval. */
  public static Row of(Approval approval) {
    return Row.of(
        Cell.time(approval.made()),
        Cell.octet(ACTIVE),
        Cell.number(approval.action()),
        Cell.time(approval.made()),
        Cell.time(approval.deadline()),
        Cell.text(approval.admin()),
        Cell.guid(approval.id()),
        Cell.flag(approval.assigned()),
        Cell.guid(approval.revision().updateId()),
        Cell.number(approval.revision().number()),
        Cell.guid(approval.group()));
  }

  /** A target group. */
  public static Row of(TargetGroup group) {
    return Row.of(
        Cell.text(group.kind()),
        Cell.text(group.name()),
        Cell.guid(group.id()),
        Cell.number(0),
        Cell.number(0),
        Cell.guid(group.parent()));
  }

  /** A category, titled for who asks. */
  public static Row of(Holdings.KeptCategory kept, ServerState server, String culture) {
    Category category = kept.category();
    return Row.of(
        Cell.number(kept.localId()),
        Cell.guid(category.id()),
        Cell.text(category.kind().text()),
        Cell.flag(category.parent().isPresent()),
        Cell.flag(category.kind() == CategoryKind.COMPANY),
        Cell.small(0),
        Cell.nil(),
        Cell.text(server.title(category.texts(), culture)),
        Cell.text(""),
        Cell.nil(),
        Cell.time(kept.arrived()),
        Cell.number(0));
  }

  /**
   * A downstream server.
   *
   * @param parent what the server that answers says of whom it synchronises from
   */
  public static Row of(ServerState server, Optional<UUID> parent) {
    Cell synced =
        Cell.time(
            Optional.of(server.subscription().lastSync())
                .filter(last -> !last.equals(Subscription.NEVER)));
    return Row.of(
        Cell.text(server.identity().name()),
        Cell.guid(server.identity().id()),
        synced,
        Cell.guid(parent),
        synced,
        Cell.text(server.identity().version()),
        Cell.flag(server.replica()));
  }
}

package dev.garrison.lab.wsus.row;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.catalogue.Category;
import dev.garrison.lab.wsus.catalogue.CategoryKind;
import dev.garrison.lab.wsus.soap.Cell;
import dev.garrison.lab.wsus.soap.Row;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.Subscription;
import dev.garrison.lab.wsus.state.TargetGroup;
import dev.garrison.lab.wsus.state.WsusHoldings;
import dev.garrison.lab.wsus.work.Quirks;
import dev.garrison.lab.wsus.work.ServerState;
import dev.garrison.lab.wsus.work.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes the rows of approvals, groups, categories, and downstream servers. */
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
        "WSUS: a direct downstream server of the queried server has zeros for its"
            + " parent, or nothing; times before its first synchronization are empty.")
public final class ObjectRows {
  private static final int ACTIVE = 1;

  /** Columns of times, name, and ids. */
  private static final List<Integer> TEXTS_OF_APPROVAL = List.of(0, 3, 4, 5, 6, 8, 10);

  private static final UUID NOBODY = new UUID(0, 0);

  private ObjectRows() {}

  /** Row of an approval. */
  public static Row of(Approval approval, Quirks quirks) {
    Cell deadline =
        quirks.is(Variant.DEADLINE_WITH_7_DIGITS)
                && approval.deadline().equals(Approval.NO_DEADLINE)
            ? Cell.endOfTime()
            : Cell.time(approval.deadline());
    List<Cell> cells = new ArrayList<>(cells(approval, deadline));
    if (quirks.is(Variant.APPROVAL_CELLS_AS_TEXT)) {
      TEXTS_OF_APPROVAL.forEach(at -> cells.set(at, cells.get(at).asText()));
    }
    return new Row(cells);
  }

  private static List<Cell> cells(Approval approval, Cell deadline) {
    return List.of(
        Cell.time(approval.made()),
        Cell.octet(ACTIVE),
        Cell.number(approval.action()),
        Cell.time(approval.made()),
        deadline,
        Cell.text(approval.admin()),
        Cell.guid(approval.id()),
        Cell.flag(approval.assigned()),
        Cell.guid(approval.revision().updateId()),
        Cell.number(approval.revision().number()),
        Cell.guid(approval.group()));
  }

  /** Row of a computer group. */
  public static Row of(TargetGroup group, Quirks quirks) {
    Optional<UUID> parent =
        quirks.is(Variant.ZERO_AS_TOP_PARENT)
            ? Optional.of(group.parent().orElse(NOBODY))
            : group.parent();
    return Row.of(
        Cell.text(group.kind()),
        Cell.text(group.name()),
        Cell.guid(group.id()),
        Cell.number(0),
        Cell.number(0),
        Cell.guid(parent));
  }

  /** Row of a computer group in an approval rule. */
  public static Row ofRule(TargetGroup group, Quirks quirks) {
    return quirks.is(Variant.RULE_GROUPS_OF_4_COLUMNS)
        ? Row.of(
            Cell.text(group.name()),
            Cell.number(group.id().hashCode() & 0xFFFF),
            Cell.number(0),
            Cell.number(0))
        : of(group, quirks);
  }

  /** Row of a category, with the title for a culture. */
  public static Row of(WsusHoldings.KeptCategory kept, ServerState server, String culture) {
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
   * Row of a downstream server.
   *
   * @param parent its upstream server, as the answering server reports it
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

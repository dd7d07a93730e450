package dev.garrison.wsus.model;

import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.group.ApprovalAction;
import dev.garrison.wsus.soap.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Approval of one revision for one group, including those that the server itself makes.
 *
 * @param action as on the wire; 0 is Install
 * @param deadline empty where there is none
 * @param admin the approver, as free text
 * @param isAssigned false where it is offered as optional
 */
public record Approval(
    UUID id,
    UpdateIdentity update,
    UUID group,
    int action,
    Instant time,
    Optional<Instant> deadline,
    String admin,
    boolean isAssigned) {
  /** Action number of Install. */
  public static final int INSTALL = 0;

  /** Wire value for no deadline. */
  public static final Instant NO_DEADLINE = Instant.parse("9999-12-31T23:59:59.997Z");

  /**
   * Checks whether it is a decision. Other approvals are the server's own: they make computers
   * report, or accompany parts of bundles.
   */
  public boolean isDecision() {
    return switch (ApprovalAction.ofNumber(action)) {
      case INSTALL, UNINSTALL, BLOCK, UNKNOWN -> true;
      case DETECT, EVALUATE, BUNDLE -> false;
    };
  }

  public static Approval of(Row<Columns.Approval> row) {
    return new Approval(
        row.id(Columns.Approval.DEPLOYMENT_GUID),
        new UpdateIdentity(
            row.id(Columns.Approval.UPDATE_ID),
            row.number(Columns.Approval.UPDATE_REVISION_NUMBER)),
        row.id(Columns.Approval.TARGET_GROUP_ID),
        row.number(Columns.Approval.ACTION_ID),
        row.time(Columns.Approval.DEPLOYMENT_TIME),
        row.optionalTime(Columns.Approval.DEADLINE).filter(Approval::isReal),
        row.text(Columns.Approval.ADMIN_NAME),
        row.truth(Columns.Approval.IS_ASSIGNED));
  }

  /**
   * Checks for a real deadline; servers write the latest possible time with three or seven digits.
   */
  private static boolean isReal(Instant deadline) {
    return deadline.isBefore(Instant.parse("9999-01-01T00:00:00Z"));
  }
}

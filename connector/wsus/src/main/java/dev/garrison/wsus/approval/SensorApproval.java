package dev.garrison.wsus.approval;

import dev.garrison.catalog.group.ApprovalAction;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.engine.resource.Address;
import dev.garrison.wsus.model.Approval;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What was decided of one update for one group.
 *
 * @param update the same for all revisions
 * @param action {@code install} is what Garrison approves, and nothing else
 * @param deadline from when on computers install at once; empty: with their other updates
 * @param approvedBy the text that WSUS keeps of who approved, our mark in it
 * @param ofLatestRevision whether it is of the latest revision, which alone reaches computers
 */
public record SensorApproval(
    String server,
    UUID update,
    UUID group,
    String action,
    Optional<Instant> deadline,
    String approvedBy,
    boolean ofLatestRevision) {
  /** The kind in addresses. */
  public static final String KIND = "approval";

  /** The action that Garrison approves. */
  public static final String INSTALL = word(Approval.INSTALL);

  /** An approval for installation. */
  public static SensorApproval install(
      String server,
      SensorUpdate sensor,
      TargetGroup group,
      Optional<Instant> deadline,
      String approvedBy) {
    return new SensorApproval(server, sensor.id(), group.id(), INSTALL, deadline, approvedBy, true);
  }

  /** The address of what is decided of an update for a group on a server. */
  public static Address address(String server, SensorUpdate sensor, TargetGroup group) {
    return new Address(KIND, "%s/%s/%s".formatted(server, sensor.named(), group.name()));
  }

  /** The server in an address of this kind. */
  static String serverIn(Address address) {
    return address.name().substring(0, address.name().indexOf('/'));
  }

  boolean installs() {
    return action.equals(INSTALL);
  }

  /** The word of an action by its number on the wire. */
  static String word(int action) {
    ApprovalAction known = ApprovalAction.ofNumber(action);
    return known == ApprovalAction.UNKNOWN
        ? "unknown(" + action + ")"
        : known.name().toLowerCase(Locale.ROOT);
  }
}

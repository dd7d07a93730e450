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
 * Approval decision on one update for one group.
 *
 * @param update the same ID for all revisions
 * @param action {@code install} is the only action that Garrison approves
 * @param deadline the time from which computers install at once; if empty, they install with their
 *     other updates
 * @param approvedBy the approver's name that WSUS stores, with Garrison's mark in it
 * @param ofLatestRevision whether it is for the latest revision, which alone reaches computers
 */
public record SensorApproval(
    String server,
    UUID update,
    UUID group,
    String action,
    Optional<Instant> deadline,
    String approvedBy,
    boolean ofLatestRevision) {
  /** Kind of object in addresses. */
  public static final String KIND = "approval";

  /** Action that Garrison approves. */
  public static final String INSTALL = word(Approval.INSTALL);

  /** Creates an approval for installation. */
  public static SensorApproval install(
      String server,
      SensorUpdate sensor,
      TargetGroup group,
      Optional<Instant> deadline,
      String approvedBy) {
    return new SensorApproval(server, sensor.id(), group.id(), INSTALL, deadline, approvedBy, true);
  }

  /** Address of the decision on an update for a group of a server. */
  public static Address address(String server, SensorUpdate sensor, TargetGroup group) {
    return new Address(KIND, "%s/%s/%s".formatted(server, sensor.named(), group.name()));
  }

  /** Server in an address of this kind. */
  static String serverIn(Address address) {
    return place(address).server();
  }

  /**
   * Parts of an address of this kind.
   *
   * @param update line and version, as {@link SensorUpdate#named()} spells them
   * @param group the name of the group, which can contain slashes
   */
  public record Place(String server, String update, String group) {}

  /** Reads the parts of an address of this kind. */
  public static Place place(Address address) {
    String[] parts = address.name().split("/", 3);
    return new Place(parts[0], parts[1], parts[2]);
  }

  boolean installs() {
    return action.equals(INSTALL);
  }

  /** Name of an action, by its number on the wire. */
  static String word(int action) {
    ApprovalAction known = ApprovalAction.ofNumber(action);
    return known == ApprovalAction.UNKNOWN
        ? "unknown(" + action + ")"
        : known.name().toLowerCase(Locale.ROOT);
  }
}

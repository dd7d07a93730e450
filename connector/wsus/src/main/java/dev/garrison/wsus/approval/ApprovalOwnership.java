package dev.garrison.wsus.approval;

import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Owner;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.sensor.SensorStock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Determines whether Garrison manages an approval. Garrison's mark in the approver's name decides.
 * WSUS moves approvals to new revisions, and the text may be lost then; so an approval that the
 * journals know for an earlier revision is managed as well (F34).
 */
public final class ApprovalOwnership {
  /** Name under which WSUS itself approves. */
  private static final String SERVER = "WUS Server";

  private final Mark mark;
  private final ApprovalHistory history;

  public ApprovalOwnership(Mark mark, ApprovalHistory history) {
    this.mark = mark;
    this.history = history;
  }

  /** Keys of the approvals on the server that Garrison manages. */
  public Set<UUID> ours(WsusServer server, SensorStock stock) {
    return stock.approvals().stream()
        .filter(Approval::isDecision)
        .filter(approval -> isOurs(server, stock, approval))
        .map(Approval::id)
        .collect(Collectors.toSet());
  }

  private boolean isOurs(WsusServer server, SensorStock stock, Approval approval) {
    Optional<SensorUpdate> sensor = stock.sensor(approval.update().updateId());
    Optional<TargetGroup> group = stock.tree().find(approval.group());
    return sensor.isPresent()
        && group.isPresent()
        && of(SensorApproval.address(server.name(), sensor.get(), group.get()), approval)
            instanceof Owner.Ours;
  }

  /**
   * Checks for an approval made by the server itself, which signs with its own name or not at all.
   */
  private static boolean isOfTheServer(Approval approval) {
    return approval.admin().isBlank() || approval.admin().equalsIgnoreCase(SERVER);
  }

  Owner of(Address address, Approval approval) {
    Owner owner = mark.ownerOf(approval.admin());
    boolean moved =
        owner instanceof Owner.Nobody
            && isOfTheServer(approval)
            && history
                .of(address)
                .key()
                .map(ApprovalKey::parse)
                .filter(key -> key.revision() < approval.update().revisionNumber())
                .isPresent();
    return moved ? new Owner.Ours() : owner;
  }
}

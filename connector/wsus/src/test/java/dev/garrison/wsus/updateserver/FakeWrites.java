package dev.garrison.wsus.updateserver;

import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.Subscription;
import dev.garrison.wsus.model.SyncState;
import dev.garrison.wsus.model.UpdateOnServer;
import dev.garrison.wsus.model.UserRole;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the writes of a {@link FakeUpdateServer} do, and when they are refused, in the words of
 * Microsoft's library.
 */
final class FakeWrites {
  private final FakeMemory memory;
  private final FakeCalls calls;

  FakeWrites(FakeMemory memory, FakeCalls calls) {
    this.memory = memory;
    this.calls = calls;
  }

  Approval approve(UpdateIdentity id, UUID group, Optional<Instant> deadline, String admin) {
    calls.made("approve", id, group, deadline.map(Instant::toString).orElse("-"), admin);
    mayWrite();
    UpdateOnServer update = required(id);
    if (memory.groups.stream().noneMatch(each -> each.id().equals(group))) {
      throw calls.failure(
          FailureKind.NOT_FOUND, "The target group for this deployment could not be found.");
    }
    if (update.publicationState() == 1) {
      throw calls.failure(
          FailureKind.EXPIRED,
          "The specified update cannot be used because it has been expired by its publisher.");
    }
    if (update.license().isPresent()) {
      throw calls.failure(
          FailureKind.LICENSE,
          "This Update has Microsoft Software License Terms that must be accepted before it can be deployed.");
    }
    if (deadline.isPresent() && update.asksUser()) {
      throw calls.failure(
          FailureKind.REFUSED,
          "A deadline cannot be applied to an update that requires user input.");
    }
    memory.change(id.updateId(), each -> each.declined(false));
    return memory.approved(id, group, deadline, admin);
  }

  void removeApproval(UUID approval, String admin) {
    calls.made("removeApproval", approval, admin);
    mayWrite();
    if (memory.ignored.contains("removeApproval")) {
      return;
    }
    if (!memory.approvals.removeIf(each -> each.id().equals(approval))) {
      throw calls.failure(
          FailureKind.NOT_FOUND, "The specified item could not be found in the database.");
    }
  }

  void decline(UUID updateId, String admin) {
    calls.made("decline", updateId, admin);
    mayWrite();
    if (!memory.knows(updateId)) {
      throw notFound();
    }
    if (memory.ignored.contains("decline")) {
      return;
    }
    memory.change(updateId, update -> update.declined(true));
    memory.approvals.removeIf(approval -> approval.update().updateId().equals(updateId));
  }

  void acceptLicense(UUID license, UpdateIdentity id, String admin) {
    calls.made("acceptLicense", license, id, admin);
    mayWrite();
    if (required(id).license().filter(license::equals).isEmpty()) {
      throw calls.failure(
          FailureKind.NOT_FOUND, "The specified item could not be found in the database.");
    }
    memory.changeAll(update ->
        update.license().filter(license::equals).isPresent()
            ? update.licensed(Optional.empty())
            : update);
  }

  void subscribe(
      Subscription subscription, List<UUID> products, List<UUID> classifications, String admin) {
    calls.made("subscribe", products, classifications, admin);
    mayWrite();
    if (!memory.configuration.syncsFromMicrosoft()) {
      throw calls.failure(
          FailureKind.UPSTREAM_DECIDES,
          "Cannot set update classifications or categories on subscription when syncing from upstream WSUS Server.");
    }
    if (memory.syncState.isRunning()) {
      throw calls.failure(
          FailureKind.BUSY_WITH_SYNC,
          "Cannot save configuration because the server subscription is currently running.");
    }
    if (memory.ignored.contains("subscribe")) {
      return;
    }
    memory.subscription = subscription;
    replace(memory.products, products);
    replace(memory.classifications, classifications);
  }

  private static void replace(List<UUID> kept, List<UUID> sent) {
    kept.clear();
    kept.addAll(sent);
  }

  /** Does nothing while one runs. */
  void startSynchronization() {
    calls.made("startSynchronization");
    requireAdministrator();
    if (!memory.syncState.isRunning()) {
      memory.syncState = SyncState.RUN_REQUESTED;
    }
  }

  private void mayWrite() {
    requireAdministrator();
    if (memory.configuration.isReplica()) {
      throw calls.failure(
          FailureKind.REPLICA, "Cannot perform this action when the server is in replica mode");
    }
  }

  private void requireAdministrator() {
    if (memory.role != UserRole.ADMINISTRATOR) {
      throw calls.failure(
          FailureKind.ACCESS_DENIED, "SecurityException: Request for principal permission failed.");
    }
  }

  private UpdateOnServer required(UpdateIdentity id) {
    return memory.find(id).orElseThrow(this::notFound);
  }

  private UpdateServerException notFound() {
    return calls.failure(FailureKind.NOT_FOUND, "The specified update cannot be found.");
  }
}

package dev.garrison.work;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.connection.ServerClock;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.ApprovalRule;
import dev.garrison.wsus.model.ComputerRows;
import dev.garrison.wsus.model.DownstreamServer;
import dev.garrison.wsus.model.FoundUpdates;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.StateCount;
import dev.garrison.wsus.model.Subscription;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.model.SyncProgress;
import dev.garrison.wsus.model.SyncState;
import dev.garrison.wsus.model.UserRole;
import dev.garrison.wsus.soap.RowsSeen;
import dev.garrison.wsus.soap.WsdlXml;
import dev.garrison.wsus.updateserver.UpdateScope;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An update server that synchronises with Microsoft and is asked for nothing else. */
final class OneUpdateServer implements UpdateServer {
  static final UUID ID = UUID.fromString("7c1f8a52-0d3e-4b6a-9f41-2e5d8c7b6a90");

  final List<SyncEvent> endings = new ArrayList<>();
  SyncState state = SyncState.NOT_RUNNING;
  int started;
  Runnable begins = () -> {};

  /** A synchronisation ends. */
  void end(int event, Instant at) {
    state = SyncState.NOT_RUNNING;
    endings.add(new SyncEvent(UUID.randomUUID(), event, at, Optional.empty()));
  }

  @Override
  public String name() {
    return "wsus01.contoso.example:8531";
  }

  @Override
  public UserRole role() {
    return UserRole.ADMINISTRATOR;
  }

  @Override
  public ServerConfiguration configuration() {
    return new ServerConfiguration(ID, true, "", false, true, true, true, 0);
  }

  @Override
  public SyncState syncState() {
    return state;
  }

  @Override
  public List<SyncProgress> syncProgress() {
    return List.of(new SyncProgress(1, 4, 3));
  }

  @Override
  public List<SyncEvent> syncEndings(Instant since) {
    return endings.stream().filter(event -> !event.at().isBefore(since)).toList();
  }

  @Override
  public List<DownstreamServer> downstreamServers(UUID serverId) {
    return List.of();
  }

  @Override
  public void startSynchronization() {
    started++;
    state = SyncState.WORKING;
    begins.run();
  }

  @Override
  public void close() {
    // Whoever opened it may open it again.
  }

  @Override
  public ServerClock clock() {
    throw unasked();
  }

  @Override
  public RowsSeen rows() {
    throw unasked();
  }

  @Override
  public String version() {
    throw unasked();
  }

  @Override
  public String protocolVersion() {
    throw unasked();
  }

  @Override
  public WsdlXml description() {
    throw unasked();
  }

  @Override
  public List<String> componentsWithErrors() {
    throw unasked();
  }

  @Override
  public int failedDownloads() {
    throw unasked();
  }

  @Override
  public Subscription subscription() {
    throw unasked();
  }

  @Override
  public List<Category> subscribed(boolean classifications) {
    throw unasked();
  }

  @Override
  public List<UUID> subscribedIds(boolean classifications) {
    throw unasked();
  }

  @Override
  public List<Category> categories(boolean classifications) {
    throw unasked();
  }

  @Override
  public int count(UpdateScope scope) {
    throw unasked();
  }

  @Override
  public FoundUpdates search(UpdateScope scope) {
    throw unasked();
  }

  @Override
  public FoundUpdates search(String text) {
    throw unasked();
  }

  @Override
  public FoundUpdates revision(UpdateIdentity id) {
    throw unasked();
  }

  @Override
  public FoundUpdates superseding(UpdateIdentity id) {
    throw unasked();
  }

  @Override
  public List<TargetGroup> groups() {
    throw unasked();
  }

  @Override
  public List<ApprovalRule> rules() {
    throw unasked();
  }

  @Override
  public List<Approval> approvals(UpdateScope scope) {
    throw unasked();
  }

  @Override
  public List<Approval> approvals(UpdateIdentity id) {
    throw unasked();
  }

  @Override
  public List<StateCount> counts(UUID updateId) {
    throw unasked();
  }

  @Override
  public List<ComputerRows.State> states(UUID updateId, UUID group) {
    throw unasked();
  }

  @Override
  public List<ComputerRows.Membership> memberships(UUID group) {
    throw unasked();
  }

  @Override
  public Approval approve(UpdateIdentity id, UUID group, Optional<Instant> deadline, String admin) {
    throw unasked();
  }

  @Override
  public void removeApproval(UUID approval, String admin) {
    throw unasked();
  }

  @Override
  public void decline(UUID updateId, String admin) {
    throw unasked();
  }

  @Override
  public void acceptLicense(UUID license, UpdateIdentity id, String admin) {
    throw unasked();
  }

  @Override
  public void subscribe(
      Subscription subscription, List<UUID> products, List<UUID> classifications, String admin) {
    throw unasked();
  }

  private static AssertionError unasked() {
    return new AssertionError("a synchronisation asks for no such thing");
  }
}

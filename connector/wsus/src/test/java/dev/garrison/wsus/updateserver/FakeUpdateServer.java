package dev.garrison.wsus.updateserver;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.connection.ClockReading;
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
import dev.garrison.wsus.model.UpdateOnServer;
import dev.garrison.wsus.model.UserRole;
import dev.garrison.wsus.soap.RowsSeen;
import dev.garrison.wsus.soap.WsdlXml;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A whole update server in memory. Writes change what it {@link #has()}, as the documented server
 * does, and are refused as that refuses them. What a test wants otherwise is told in {@link
 * #calls()}: faults, something that happens just before a call, a write that is taken and not done.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-wsusar/">MS-WSUSAR</a>
 * @see <a
 *     href="https://learn.microsoft.com/previous-versions/bb294928(v=vs.85)">IUpdate.Approve</a>
 */
public final class FakeUpdateServer implements UpdateServer {
  private final String name;
  private final FakeMemory memory = new FakeMemory();
  private final FakeCalls calls;
  private final FakeWrites writes;
  private final ServerClock clock;

  /**
   * An autonomous server that is set up and synchronises from Microsoft, knows the sensor's product
   * and subscribes to it, and lets an administrator in.
   *
   * @param name as screens name it
   */
  public FakeUpdateServer(String name) {
    this.name = name;
    this.calls = new FakeCalls(name);
    this.writes = new FakeWrites(memory, calls);
    this.clock = new ServerClock(name, () -> memory.now);
  }

  /** All that it remembers, to be changed by tests as they like. */
  public FakeMemory has() {
    return memory;
  }

  /** What it was asked, and what becomes of the next calls. */
  public FakeCalls calls() {
    return calls;
  }

  /** Its clock shows another time than ours from now on. */
  public void runAhead(Duration ahead) {
    clock.know(Optional.of(new ClockReading(memory.now.plus(ahead), memory.now, memory.now)));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ServerClock clock() {
    return clock;
  }

  @Override
  public RowsSeen rows() {
    return memory.rows;
  }

  @Override
  public String version() {
    calls.made("version");
    return memory.version;
  }

  @Override
  public String protocolVersion() {
    calls.made("protocolVersion");
    return "1.20";
  }

  @Override
  public UserRole role() {
    calls.made("role");
    return memory.role;
  }

  @Override
  public ServerConfiguration configuration() {
    calls.made("configuration");
    return memory.configuration;
  }

  @Override
  public WsdlXml description() {
    calls.made("description");
    return WsdlXml.read(memory.description);
  }

  @Override
  public List<String> componentsWithErrors() {
    calls.made("componentsWithErrors");
    return List.copyOf(memory.componentsWithErrors);
  }

  @Override
  public int failedDownloads() {
    calls.made("failedDownloads");
    return memory.failedDownloads;
  }

  @Override
  public List<DownstreamServer> downstreamServers(UUID serverId) {
    calls.made("downstreamServers", serverId);
    return List.copyOf(memory.below);
  }

  @Override
  public Subscription subscription() {
    calls.made("subscription");
    return memory.subscription;
  }

  @Override
  public List<Category> subscribed(boolean classifications) {
    calls.made("subscribed", classifications);
    List<UUID> ids = memory.subscribed(classifications);
    return memory.categories.stream().filter(each -> ids.contains(each.id())).toList();
  }

  @Override
  public List<UUID> subscribedIds(boolean classifications) {
    calls.made("subscribedIds", classifications);
    return List.copyOf(memory.subscribed(classifications));
  }

  @Override
  public List<Category> categories(boolean classifications) {
    calls.made("categories", classifications);
    return memory.categories.stream()
        .filter(each -> (each.kind() == Category.Kind.UPDATE_CLASSIFICATION) == classifications)
        .toList();
  }

  @Override
  public SyncState syncState() {
    calls.made("syncState");
    return memory.syncState;
  }

  @Override
  public List<SyncProgress> syncProgress() {
    calls.made("syncProgress");
    return List.copyOf(memory.syncProgress);
  }

  @Override
  public List<SyncEvent> syncEndings(Instant since) {
    calls.made("syncEndings", since);
    return memory.events.stream()
        .filter(event -> !event.at().isBefore(since) && SyncEvent.ENDINGS.contains(event.id()))
        .toList();
  }

  @Override
  public int count(UpdateScope scope) {
    calls.made("count", scope);
    return (int) memory.latest().filter(memory.in(scope)).count();
  }

  @Override
  public FoundUpdates search(UpdateScope scope) {
    calls.made("search", scope);
    return found(memory.in(scope));
  }

  @Override
  public FoundUpdates search(String text) {
    calls.made("search", text);
    return found(update -> update.title().contains(text) || update.articles().contains(text));
  }

  private FoundUpdates found(Predicate<UpdateOnServer> which) {
    return UpdateOnServer.found(memory.latest().filter(which).toList());
  }

  @Override
  public FoundUpdates revision(UpdateIdentity id) {
    calls.made("revision", id);
    return UpdateOnServer.found(memory.find(id).stream().toList());
  }

  @Override
  public FoundUpdates superseding(UpdateIdentity id) {
    calls.made("superseding", id);
    required(id);
    List<UUID> newer = memory.superseding.getOrDefault(id.updateId(), List.of());
    return found(update -> newer.contains(update.updateId()));
  }

  private UpdateOnServer required(UpdateIdentity id) {
    return memory
        .find(id)
        .orElseThrow(() -> calls.failure(FailureKind.NOT_FOUND, "no update " + id));
  }

  @Override
  public List<TargetGroup> groups() {
    calls.made("groups");
    return List.copyOf(memory.groups);
  }

  @Override
  public List<ApprovalRule> rules() {
    calls.made("rules");
    return List.copyOf(memory.rules);
  }

  @Override
  public List<Approval> approvals(UpdateScope scope) {
    calls.made("approvals", scope);
    List<UUID> meant =
        memory.latest().filter(memory.in(scope)).map(UpdateOnServer::updateId).toList();
    return memory.approvals.stream()
        .filter(approval -> meant.contains(approval.update().updateId()))
        .toList();
  }

  @Override
  public List<Approval> approvals(UpdateIdentity id) {
    calls.made("approvals", id);
    return memory.approvals.stream().filter(approval -> approval.update().equals(id)).toList();
  }

  @Override
  public List<StateCount> counts(UUID updateId) {
    calls.made("counts", updateId);
    List<StateCount> counts = new ArrayList<>();
    for (TargetGroup group : memory.groups) {
      for (int state = 0; state <= FakeMemory.LAST_STATE; state++) {
        int wanted = state;
        int count =
            (int)
                memory.computers.stream()
                    .filter(computer -> computer.groups().contains(group.id()))
                    .filter(computer -> computer.state(updateId) == wanted)
                    .count();
        if (count > 0) {
          counts.add(new StateCount(group.id(), state, count));
        }
      }
    }
    return counts;
  }

  @Override
  public List<ComputerRows.State> states(UUID updateId, UUID group) {
    calls.made("states", updateId, group);
    return computers(group)
        .map(computer -> new ComputerRows.State(computer.id(), computer.state(updateId)))
        .toList();
  }

  @Override
  public List<ComputerRows.Membership> memberships(UUID group) {
    calls.made("memberships", group);
    return computers(group)
        .flatMap(computer ->
            computer.groups().stream()
                .map(each -> new ComputerRows.Membership(computer.id(), each)))
        .toList();
  }

  private Stream<FakeMemory.Computer> computers(UUID group) {
    return memory.computers.stream()
        .filter(
            computer -> computer.groups().stream().anyMatch(each -> memory.isWithin(each, group)));
  }

  @Override
  public Approval approve(UpdateIdentity id, UUID group, Optional<Instant> deadline, String admin) {
    return writes.approve(id, group, deadline, admin);
  }

  @Override
  public void removeApproval(UUID approval, String admin) {
    writes.removeApproval(approval, admin);
  }

  @Override
  public void decline(UUID updateId, String admin) {
    writes.decline(updateId, admin);
  }

  @Override
  public void acceptLicense(UUID license, UpdateIdentity id, String admin) {
    writes.acceptLicense(license, id, admin);
  }

  @Override
  public void subscribe(
      Subscription subscription, List<UUID> products, List<UUID> classifications, String admin) {
    writes.subscribe(subscription, products, classifications, admin);
  }

  @Override
  public void startSynchronization() {
    writes.startSynchronization();
  }

  @Override
  public void close() {
    calls.close();
  }

  /** Its connections are opened anew. */
  public void open() {
    calls.open();
  }

  /** Adds updates, or replaces revisions that are there. */
  public FakeUpdateServer with(UpdateOnServer... updates) {
    Arrays.stream(updates).forEach(memory::put);
    return this;
  }
}

package dev.garrison.wsus.updateserver;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.ApprovalRule;
import dev.garrison.wsus.model.DownstreamServer;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.Subscription;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.model.SyncProgress;
import dev.garrison.wsus.model.SyncState;
import dev.garrison.wsus.model.UpdateOnServer;
import dev.garrison.wsus.model.UserRole;
import dev.garrison.wsus.soap.RowsSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a {@link FakeUpdateServer} remembers. Tests change it as they like. */
public final class FakeMemory {
  /** The time at which each begins. */
  public static final Instant START = Instant.parse("2026-11-24T21:00:00Z");

  /** The id of each, unless it is told another. */
  public static final UUID SERVER_ID = UUID.fromString("0a1b2c3d-0000-4000-8000-000000000001");

  /** The largest number of {@code UpdateInstallationState}. */
  static final int LAST_STATE = 6;

  /** A group of computers below that of all computers. */
  public static final TargetGroup PILOT =
      new TargetGroup(new UUID(2, 1), "Pilot", Optional.of(TargetGroup.ALL_COMPUTERS));

  /** Another. */
  public static final TargetGroup PRODUCTION =
      new TargetGroup(new UUID(2, 2), "Production", Optional.of(TargetGroup.ALL_COMPUTERS));

  public Instant now = START;
  public String version = "10.0.20348.1";
  public UserRole role = UserRole.ADMINISTRATOR;
  public ServerConfiguration configuration =
      new ServerConfiguration(SERVER_ID, true, "", false, true, false, true, 8530);
  public String description = "";
  public Subscription subscription =
      new Subscription(
          0,
          Optional.of("CONTOSO\\kim"),
          START,
          START,
          true,
          Optional.of("anchor"),
          Optional.empty(),
          1,
          false);
  public SyncState syncState = SyncState.NOT_RUNNING;
  public int failedDownloads;
  public RowsSeen rows = new RowsSeen();

  public final List<String> componentsWithErrors = new ArrayList<>();
  public final List<DownstreamServer> below = new ArrayList<>();
  public final List<UUID> products = new ArrayList<>(List.of(UpdateOnServer.SENSOR.id()));
  public final List<UUID> classifications = new ArrayList<>(List.of(new UUID(4, 1)));
  public final List<Category> categories = new ArrayList<>(List.of(UpdateOnServer.SENSOR));
  public final List<SyncProgress> syncProgress = new ArrayList<>();
  public final List<SyncEvent> events = new ArrayList<>();
  public final List<ApprovalRule> rules = new ArrayList<>();
  public final List<Approval> approvals = new ArrayList<>();
  public final List<Computer> computers = new ArrayList<>();

  /** By update, those that supersede it. */
  public final Map<UUID, List<UUID>> superseding = new HashMap<>();

  /** The two built-in groups of computers, and two below them. */
  public final List<TargetGroup> groups =
      new ArrayList<>(
          List.of(
              new TargetGroup(TargetGroup.ALL_COMPUTERS, "All Computers", Optional.empty()),
              new TargetGroup(
                  TargetGroup.UNASSIGNED_COMPUTERS,
                  "Unassigned Computers",
                  Optional.of(TargetGroup.ALL_COMPUTERS)),
              PILOT,
              PRODUCTION));

  /** Writes that it takes and does not do, by their methods. */
  public final Set<String> ignored = new HashSet<>();

  /** What it answers to an approval, made of what it should. */
  public UnaryOperator<Approval> answered = UnaryOperator.identity();

  /** What it keeps of an approval, made of what it should. */
  public UnaryOperator<Approval> kept = UnaryOperator.identity();

  private final Map<UpdateIdentity, UpdateOnServer> updates = new LinkedHashMap<>();
  private int approved;

  FakeMemory() {}

  /**
   * A computer.
   *
   * @param groups the groups that it is in
   * @param states {@code UpdateInstallationState} by update; what is missing is unknown
   */
  public record Computer(String id, Set<UUID> groups, Map<UUID, Integer> states) {
    public Computer {
      groups = Set.copyOf(groups);
      states = Map.copyOf(states);
    }

    int state(UUID update) {
      return states.getOrDefault(update, 0);
    }
  }

  /** Adds a revision, or replaces the one that is there. */
  public void put(UpdateOnServer update) {
    updates.put(update.id(), update);
  }

  /** It has this revision no more. */
  public void remove(UpdateIdentity id) {
    updates.remove(id);
  }

  /** One revision, where it has it. */
  public Optional<UpdateOnServer> find(UpdateIdentity id) {
    return Optional.ofNullable(updates.get(id));
  }

  /** All revisions of an update become something else. */
  public void change(UUID updateId, UnaryOperator<UpdateOnServer> change) {
    updates.replaceAll(
        (id, update) -> id.updateId().equals(updateId) ? change.apply(update) : update);
  }

  /** All revisions of all updates become something else. */
  void changeAll(UnaryOperator<UpdateOnServer> change) {
    updates.replaceAll((_, update) -> change.apply(update));
  }

  boolean knows(UUID updateId) {
    return updates.keySet().stream().anyMatch(id -> id.updateId().equals(updateId));
  }

  Stream<UpdateOnServer> latest() {
    return updates.values().stream().filter(UpdateOnServer::latest);
  }

  Predicate<UpdateOnServer> in(UpdateScope scope) {
    return update ->
        scope
                .product()
                .map(id -> update.categories().stream().anyMatch(each -> each.id().equals(id)))
                .orElse(true)
            && switch (scope.approval()) {
              case ANY -> true;
              case DECLINED -> update.declined();
              case NOT_DECLINED -> !update.declined();
            }
            && (scope.publication() != UpdateScope.EXPIRED.publication()
                || update.publicationState() == 1);
  }

  List<UUID> subscribed(boolean which) {
    return which ? classifications : products;
  }

  boolean isWithin(UUID group, UUID above) {
    return group.equals(above)
        || groups.stream()
            .filter(each -> each.id().equals(group))
            .flatMap(each -> each.parent().stream())
            .anyMatch(parent -> isWithin(parent, above));
  }

  /** A new approval for installation, which is kept. */
  public Approval approved(
      UpdateIdentity update, UUID group, Optional<Instant> deadline, String admin) {
    approved++;
    Approval approval =
        new Approval(
            new UUID(3, approved), update, group, Approval.INSTALL, now, deadline, admin, true);
    if (!ignored.contains("approve")) {
      approvals.removeIf(old -> old.update().equals(update) && old.group().equals(group));
      approvals.add(kept.apply(approval));
    }
    return answered.apply(approval);
  }
}

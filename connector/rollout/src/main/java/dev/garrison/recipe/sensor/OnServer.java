package dev.garrison.recipe.sensor;

import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.ring.RingHealth;
import dev.garrison.survey.sensor.UpdateServerFacts;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.StateCount;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** State of one family and channel on one server, by ring. */
record OnServer(UpdateServerFacts.Known known, RingGroups groups, ReleaseLine line) {
  WsusServer server() {
    return known.server();
  }

  Optional<Choice> choice() {
    return Optional.ofNullable(known.choices().get(line));
  }

  /** The current update here, if it may be approved. */
  Optional<SensorUpdate> selected() {
    return choice()
        .filter(Choice.Selected.class::isInstance)
        .map(choice -> ((Choice.Selected) choice).sensor());
  }

  /** The update of this version, if exactly one is in force. */
  Optional<SensorUpdate> found(SensorVersion version) {
    List<SensorUpdate> found =
        inForce().filter(sensor -> sensor.version().equals(version)).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** The same update, if it may be approved; empty if the server contradicts itself. */
  Optional<SensorUpdate> offered(SensorVersion version) {
    return choice().filter(Choice.Disagreement.class::isInstance).isPresent()
        ? Optional.empty()
        : found(version);
  }

  private Stream<SensorUpdate> inForce() {
    return known.stock().sensors().stream()
        .filter(sensor -> sensor.line().equals(line) && sensor.update().standing().isInForce());
  }

  /** Versions in force that Garrison approved for a group of some ring. */
  Stream<SensorVersion> running() {
    return inForce()
        .filter(sensor ->
            groups.all().stream()
                .anyMatch(group -> installs(sensor, group.id()).filter(this::isOurs).isPresent()))
        .map(SensorUpdate::version);
  }

  boolean isOurs(Approval approval) {
    return known.ours().contains(approval.id());
  }

  /** The approval of any revision for exactly this group, regardless of who made it. */
  Optional<Approval> installs(SensorUpdate sensor, UUID group) {
    return decision(sensor, group).filter(approval -> approval.action() == Approval.INSTALL);
  }

  /** The decision on an update for exactly this group, of any kind and by anyone. */
  Optional<Approval> decision(SensorUpdate sensor, UUID group) {
    return known.stock().approvals().stream()
        .filter(approval ->
            approval.update().updateId().equals(sensor.id()) && approval.group().equals(group))
        .filter(Approval::isDecision)
        .max(Comparator.comparingInt(approval -> approval.update().revisionNumber()));
  }

  /** Time of the version's first approval for the ring here, by anyone. */
  Optional<Instant> opened(SensorVersion version, int ring) {
    return installs(version, ring).map(Approval::time).min(Comparator.naturalOrder());
  }

  /** Time of Garrison's first approval of the version for the ring here. */
  Optional<Instant> openedByUs(SensorVersion version, int ring) {
    return installs(version, ring)
        .filter(this::isOurs)
        .map(Approval::time)
        .min(Comparator.naturalOrder());
  }

  private Stream<Approval> installs(SensorVersion version, int ring) {
    return found(version).stream()
        .flatMap(sensor ->
            groups.of(ring).stream().flatMap(group -> installs(sensor, group.id()).stream()));
  }

  /**
   * Whether the ring has nothing of this version left to approve here. A server on which nothing
   * may be approved yet does not keep a version from being finished.
   */
  boolean decided(SensorVersion version, int ring) {
    Optional<SensorUpdate> sensor = offered(version);
    return sensor.isEmpty()
        || WritePermit.forServer(known).isPresent()
        || groups.of(ring).stream()
            .allMatch(group -> decision(sensor.get(), group.id()).isPresent());
  }

  /** Health of the ring's computers with a version that is approved for them. */
  RingHealth health(SensorVersion version, int ring) {
    if (opened(version, ring).isEmpty()) {
      return RingHealth.NONE;
    }
    int installed = 0;
    int failed = 0;
    int needed = 0;
    int silent = 0;
    for (StateCount row : counts(version, ring)) {
      switch (row.state()) {
        case 1 -> {
          // The update is not for these: another system, or no agent. They are told apart.
        }
        case 2, 3 -> needed += row.count();
        case 4, 6 -> installed += row.count();
        case 5 -> failed += row.count();
        default -> silent += row.count();
      }
    }
    return new RingHealth(installed, failed, needed, 0, silent);
  }

  /** Number of the ring's computers to which the version does not apply. */
  int notApplicable(SensorVersion version, int ring) {
    return opened(version, ring).isEmpty()
        ? 0
        : counts(version, ring).stream()
            .filter(row -> row.state() == 1)
            .mapToInt(StateCount::count)
            .sum();
  }

  private List<StateCount> counts(SensorVersion version, int ring) {
    return found(version)
        .map(sensor -> known.counts().getOrDefault(sensor.id(), List.of()))
        .orElse(List.of())
        .stream()
        // Every computer is in the built-in group of all, and in another one besides.
        .filter(row -> !row.group().equals(TargetGroup.ALL_COMPUTERS))
        .filter(row -> groups.ringOf(row.group()).filter(its -> its == ring).isPresent())
        .toList();
  }
}

package dev.garrison.lab.adminservice.deployment;

import dev.garrison.lab.device.Device;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/** Deployments at work: targets, policy, client notification, summaries. */
public final class Deployments {
  private static final int MACHINE_POLICY = 8;
  private static final int EVALUATE_APPLICATIONS = 13;
  private static final Duration NOTIFIED = Duration.ofMinutes(1);

  private final World world;
  private final Assignments assignments;
  private final Summaries summaries;
  private final Runs runs;
  private final Enforcement enforcement;

  /** A site's deployments over everything else it has. */
  public Deployments(World world, Assignments assignments) {
    this.world = world;
    this.assignments = assignments;
    this.summaries = new Summaries(world.timeline());
    this.runs = new Runs(id -> summaries.changed(id, this::runsOf));
    this.enforcement = new Enforcement(world, assignments, runs);
    world.collections().onMembersChanged(this::membersChanged);
  }

  World world() {
    return world;
  }

  Assignments assignments() {
    return assignments;
  }

  Runs runs() {
    return runs;
  }

  Summaries summaries() {
    return summaries;
  }

  private List<Run> runsOf(long assignment) {
    return List.copyOf(runs.of(assignment).values());
  }

  void started(Assignment assignment) {
    summaries.changed(assignment.id(), this::runsOf);
    if (assignment.enabled()) {
      enforcement.target(assignment, world.collections().members(assignment.collectionId()));
    }
  }

  /** Enabled again: clients that are not done hear of it at their next poll. */
  void resumed(Assignment assignment) {
    started(assignment);
    enforcement.resume(assignment);
  }

  /** Gone from the site; clients that have the policy go on until they fetch it again. */
  void stopped(Assignment assignment) {
    assignments.put(assignment.deleted(world.timeline().now()));
    summaries.remove(assignment.id());
  }

  /** The deployments to a collection go with it. */
  public void collectionGoes(String collection) {
    assignments.to(collection).forEach(this::stopped);
  }

  private void membersChanged(String collection) {
    for (Assignment assignment : assignments.all()) {
      if (assignment.enabled() && assignment.collectionId().equals(collection)) {
        enforcement.target(assignment, world.collections().members(collection));
      }
    }
  }

  /** Client notification: clients act within a minute. Returns how many. */
  int notifyClients(int type, String collection, List<Long> resourceIds) {
    BitSet targets = new BitSet();
    if (resourceIds.isEmpty()) {
      targets.or(world.collections().members(collection));
    }
    for (long resourceId : resourceIds) {
      OptionalInt index = world.fleet().indexOf(resourceId);
      index.ifPresent(targets::set);
    }
    List<Integer> clients =
        targets.stream()
            .mapToObj(world.fleet()::at)
            .filter(device -> device.clientVersion().isPresent())
            .map(Device::index)
            .toList();
    clients.forEach(device -> world.timeline().after(NOTIFIED, () -> act(type, device)));
    return clients.size();
  }

  private void act(int type, int device) {
    if (type == MACHINE_POLICY) {
      enforcement.fetched(device);
    }
    for (Assignment assignment : assignments.all()) {
      switch (type) {
        case MACHINE_POLICY -> enforcement.policy(assignment.id(), device);
        case EVALUATE_APPLICATIONS -> enforcement.evaluate(assignment.id(), device);
        default -> {}
      }
    }
  }
}

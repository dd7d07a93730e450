package dev.garrison.lab.adminservice.deployment;

import dev.garrison.lab.adminservice.application.Application;
import dev.garrison.lab.adminservice.application.Applications;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.Snapshot;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Runs deployments: targets, client policy, client notification, and summaries. */
public final class Deployments {
  private static final int MACHINE_POLICY = 8;
  private static final int EVALUATE_APPLICATIONS = 13;
  private static final Duration NOTIFIED = Duration.ofMinutes(1);

  private final World world;
  private final Assignments assignments;
  private final Summaries summaries;
  private final Runs runs;
  private final Installations installations;
  private final Enforcement enforcement;

  /** Creates the deployments of a site. */
  public Deployments(World world, Assignments assignments) {
    this.world = world;
    this.assignments = assignments;
    this.summaries = new Summaries(world.timeline());
    this.runs = new Runs(id -> summaries.changed(id, this::runsOf));
    this.installations = new Installations(world);
    this.enforcement = new Enforcement(world, assignments, runs, installations);
    world.collections().onMembersChanged(this::membersChanged);
    world
        .applications()
        .listen(
            new Applications.Listener() {
              @Override
              public void revised(Application application) {
                enforcement.revised(application.modelName());
              }

              @Override
              public void deleted(String modelName) {
                // Its deployments go by themselves: an application that has some stays.
              }
            });
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

  /** Enables a deployment again; clients that are not done hear of it at their next poll. */
  void resumed(Assignment assignment) {
    started(assignment);
    enforcement.resume(assignment);
  }

  /** Disables a deployment; clients that have the policy continue until they fetch policy again. */
  void disabled(Assignment assignment) {
    enforcement.withdraw(assignment.id());
  }

  /** Deletes a deployment; clients that have the policy continue until they fetch policy again. */
  void stopped(Assignment assignment) {
    assignments.put(assignment.gone());
    enforcement.withdraw(assignment.id());
    summaries.remove(assignment.id());
  }

  /** Deletes the deployments to a collection that is deleted. */
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

  /**
   * Result of a client notification. Clients that are on act within a minute, or spread over the
   * randomization window.
   *
   * @param all number of addressed clients
   * @param reached number of those clients that are on
   */
  record Notified(int all, int reached) {}

  Notified notifyClients(int type, String collection, List<Long> resourceIds, Duration window) {
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
            .filter(Device::polls)
            .map(Device::index)
            .toList();
    List<Integer> on = clients.stream().filter(world.polling()::isOn).toList();
    for (int i = 0; i < on.size(); i++) {
      int device = on.get(i);
      Duration moment = window.multipliedBy(i).dividedBy(on.size());
      world.timeline().after(NOTIFIED.plus(moment), () -> act(type, device));
    }
    return new Notified(clients.size(), on.size());
  }

  /** Devices that had onboarding and offboarding at the same time; empty as long as all is well. */
  public List<String> meetings() {
    return enforcement.meetings();
  }

  /** Reports a change of a device with its next inventory. */
  public void inventoryFollows(int device) {
    world.inventory().follows(device);
  }

  /** Forgets what inventory knew of a device, because a real server takes its place. */
  public void join(int device) {
    world
        .inventory()
        .sent(
            device, new Snapshot(List.of(), List.of(), Optional.empty(), false), Optional.empty());
  }

  /** Number of installations that were simulated on a device. */
  public int simulatedOn(int device) {
    return installations.on(device);
  }

  /** Lets a real server request policy: the site notes which deployments it holds from now on. */
  public void requestPolicy(int device) {
    enforcement.fetchNow(device);
  }

  /**
   * Takes the state of a deployment that a real server reports.
   *
   * @param state an EnforcementState
   * @param errorCode exit code or HRESULT of a failure, unsigned; 0 otherwise
   * @return whether the deployment targets the server
   */
  public boolean reported(int device, long assignment, int state, long errorCode) {
    Optional<Run> run = runs.find(assignment, device);
    run.ifPresent(last ->
        runs.put(assignment, device, last.failed(state, errorCode, world.timeline().now())));
    return run.isPresent();
  }

  /** Workspaces of a device's Microsoft Monitoring Agent. */
  public Set<String> workspaces(int device) {
    return world.workspaces().of(device);
  }

  /** Turns a device off: nothing happens on it and it sends nothing until it is turned on. */
  public void turnOff(int device) {
    world.polling().turnOff(device, world.timeline().now());
  }

  /** Turns a device on: it first acts on the policy that it has, then requests policy. */
  public void turnOn(int device) {
    world.polling().turnOn(device, world.timeline().now());
    enforcement.turnOn(device);
  }

  private void act(int type, int device) {
    switch (type) {
      case MACHINE_POLICY -> enforcement.fetchNow(device);
      case EVALUATE_APPLICATIONS ->
          assignments.all().forEach(assignment -> enforcement.evaluate(assignment.id(), device));
      default -> {}
    }
  }
}

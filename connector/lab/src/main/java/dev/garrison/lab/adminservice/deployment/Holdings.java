package dev.garrison.lab.adminservice.deployment;

import dev.garrison.lab.adminservice.application.Application;
import dev.garrison.lab.adminservice.application.Applications;
import dev.garrison.lab.adminservice.installer.Installer;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Deployments for which each device has policy. A device acts on a deployment until it requests
 * policy and no longer receives it. Also records devices that have onboarding and offboarding
 * deployed at the same time.
 */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/memdocs, client policy polling",
    says =
        "A deployment that is disabled or deleted, or whose collection a device has left, still runs there until the device fetches policy again.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "learn.microsoft.com/defender-endpoint/offboard-machines",
    says =
        "Onboarding and offboarding are never deployed to one device at the same time: what happens then is unpredictable. The lab notes each such device, at the site and by the policy it holds.")
final class Holdings {
  private final Applications applications;
  private final Assignments assignments;
  private final Map<Integer, Set<Long>> byDevice = new HashMap<>();
  private final Set<String> meetings = new TreeSet<>();

  Holdings(Applications applications, Assignments assignments) {
    this.applications = applications;
    this.assignments = assignments;
  }

  Set<Long> of(int device) {
    return Set.copyOf(byDevice.getOrDefault(device, Set.of()));
  }

  boolean holds(int device, long assignment) {
    return byDevice.getOrDefault(device, Set.of()).contains(assignment);
  }

  void take(int device, long assignment) {
    byDevice.computeIfAbsent(device, _ -> new TreeSet<>()).add(assignment);
  }

  void drop(int device, long assignment) {
    byDevice.getOrDefault(device, new TreeSet<>()).remove(assignment);
  }

  /** Records a device if some of these deployments onboard and others offboard. */
  void notice(String device, Set<Long> together) {
    List<String> on = names(together, Installer.Direction.ONBOARDS);
    List<String> off = names(together, Installer.Direction.OFFBOARDS);
    if (!on.isEmpty() && !off.isEmpty()) {
      meetings.add(device + ": " + String.join(", ", on) + " and " + String.join(", ", off));
    }
  }

  private List<String> names(Set<Long> together, Installer.Direction direction) {
    return together.stream()
        .flatMap(id -> assignments.find(id).stream())
        .filter(assignment -> direction(assignment) == direction)
        .map(Assignment::name)
        .sorted()
        .toList();
  }

  private Installer.Direction direction(Assignment assignment) {
    return applications.find(assignment.modelName()).map(Application::latest).stream()
        .flatMap(revision -> revision.digest().kinds().stream())
        .map(Installer::direction)
        .filter(direction -> direction != Installer.Direction.NEITHER)
        .findFirst()
        .orElse(Installer.Direction.NEITHER);
  }

  /** Devices that had onboarding and offboarding at the same time, with the deployments. */
  List<String> meetings() {
    return List.copyOf(meetings);
  }
}

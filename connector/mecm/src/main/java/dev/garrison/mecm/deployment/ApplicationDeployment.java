package dev.garrison.mecm.deployment;

import dev.garrison.engine.resource.Address;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A deployment of an application to a collection. What Garrison makes is required and has both
 * times; an available one that an administrator made may have no deadline.
 *
 * @param name AssignmentName, by which it is found again
 * @param description ends with the mark
 * @param modelName the application's ModelName, the same through all its revisions
 * @param collection the target collection's name
 * @param start from when clients may install, to the minute; the client's own clock or UTC, as
 *     UseGMTTimes says
 * @param deadline from when clients install by themselves, likewise
 * @param properties everything else, by Microsoft's property names
 */
public record ApplicationDeployment(
    String name,
    String description,
    String modelName,
    String collection,
    Optional<LocalDateTime> start,
    Optional<LocalDateTime> deadline,
    SortedMap<String, String> properties) {
  /** The kind in addresses. */
  public static final String KIND = "deployment";

  public ApplicationDeployment {
    properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
  }

  /** When a deployment begins and when it is due. */
  public record Schedule(LocalDateTime start, LocalDateTime deadline, boolean clientLocalTime) {
    /** Where a day begins first. */
    private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

    /** When the first client is due: a time by the clients' own clocks comes there first. */
    public Instant earliestDue() {
      return earliest(deadline, clientLocalTime);
    }

    private static Instant earliest(LocalDateTime deadline, boolean clientLocalTime) {
      return deadline.toInstant(clientLocalTime ? FIRST_ZONE : ZoneOffset.UTC);
    }
  }

  /** When the first client is due; empty for a deployment without a deadline. */
  Optional<Instant> earliestDue() {
    boolean clientLocalTime = !DeploymentProperties.isInUtc(properties);
    return deadline.map(time -> Schedule.earliest(time, clientLocalTime));
  }

  /** A required install: quiet, inside maintenance windows, without restarts of its own (F13). */
  public static ApplicationDeployment requiredInstall(
      String name, String description, String modelName, String collection, Schedule schedule) {
    return new ApplicationDeployment(
        name,
        description,
        modelName,
        collection,
        Optional.of(schedule.start()),
        Optional.of(schedule.deadline()),
        DeploymentProperties.requiredInstall(schedule.clientLocalTime()));
  }

  /**
   * The same with the times of a deployment that exists: they are set once and then read from it. A
   * time that it lacks is set; one that is not wanted at all, when a run is taken back, is not. One
   * that is disabled stays with its application as well.
   */
  ApplicationDeployment at(ApplicationDeployment existing) {
    return new ApplicationDeployment(
        name,
        description,
        enabled() ? modelName : existing.modelName,
        collection,
        start.map(wanted -> existing.start.orElse(wanted)),
        deadline.map(wanted -> existing.deadline.orElse(wanted)),
        properties);
  }

  /** The same, not given to clients. */
  public ApplicationDeployment disabled() {
    SortedMap<String, String> values = new TreeMap<>(properties);
    values.put(DeploymentProperties.ENABLED, DeploymentProperties.NO);
    return new ApplicationDeployment(
        name, description, modelName, collection, start, deadline, values);
  }

  /** Whether clients are given it. */
  boolean enabled() {
    return !DeploymentProperties.NO.equals(properties.get(DeploymentProperties.ENABLED));
  }

  /** The same without the properties that a site does not offer. */
  ApplicationDeployment offering(Predicate<String> offered) {
    SortedMap<String, String> kept = new TreeMap<>(properties);
    kept.keySet().removeIf(offered.negate());
    return new ApplicationDeployment(
        name, description, modelName, collection, start, deadline, kept);
  }

  /** The address of a deployment. */
  public static Address address(String name) {
    return new Address(KIND, name);
  }
}

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
 * A deployment of an application to a collection. A deployment that Garrison creates is required
 * and has both times; an available one that an administrator created may have no deadline.
 *
 * @param name AssignmentName, by which it is found again
 * @param description ends with the mark
 * @param modelName the application's ModelName, the same through all its revisions
 * @param collection the target collection's name
 * @param start available time, to the minute; in the client's own time or in UTC, depending on
 *     UseGMTTimes
 * @param deadline time from which clients install automatically, to the minute, in the same clock
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

  /** Available time and deadline of a deployment. */
  public record Schedule(LocalDateTime start, LocalDateTime deadline, boolean clientLocalTime) {
    /** The time zone in which a day begins first. */
    private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

    /**
     * The deadline of the first client. A deadline in client local time is reached first in the
     * time zone UTC+14.
     */
    public Instant earliestDue() {
      return earliest(deadline, clientLocalTime);
    }

    private static Instant earliest(LocalDateTime deadline, boolean clientLocalTime) {
      return deadline.toInstant(clientLocalTime ? FIRST_ZONE : ZoneOffset.UTC);
    }
  }

  /** The deadline of the first client; empty for a deployment without a deadline. */
  Optional<Instant> earliestDue() {
    boolean clientLocalTime = !DeploymentProperties.isInUtc(properties);
    return deadline.map(time -> Schedule.earliest(time, clientLocalTime));
  }

  /**
   * A required install that is quiet and keeps to maintenance windows, without its own restarts
   * (F13).
   */
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
   * The same with the times of an existing deployment: they are set once and then read from it. A
   * missing time is set; a time that is not wanted at all, as when a run is undone, is not. A
   * disabled deployment keeps its application as well.
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

  /** The same, disabled for clients. */
  public ApplicationDeployment disabled() {
    SortedMap<String, String> values = new TreeMap<>(properties);
    values.put(DeploymentProperties.ENABLED, DeploymentProperties.NO);
    return new ApplicationDeployment(
        name, description, modelName, collection, start, deadline, values);
  }

  /** Whether the deployment is enabled for clients. */
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

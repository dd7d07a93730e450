package dev.garrison.lab.wsus.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A computer that reports to a server. Guarded by the servers' lock. */
public final class Computer {
  private final String id;
  private final String name;
  private final String os;
  private final Set<UUID> groups = new LinkedHashSet<>();
  private final Map<UUID, Integer> fixedStates = new HashMap<>();
  private Optional<String> sensor;
  private Optional<Instant> lastReport = Optional.empty();
  private boolean silent;

  /**
   * A computer.
   *
   * @param id its SusClientId
   * @param os such as "2016"
   * @param sensor version of its sensor; empty without the agent
   */
  public Computer(String id, String name, String os, Optional<String> sensor) {
    this.id = id;
    this.name = name;
    this.os = os;
    this.sensor = sensor;
  }

  /** SusClientId of the computer. */
  public String id() {
    return id;
  }

  /** Full DNS name of the computer. */
  public String name() {
    return name;
  }

  /** Operating system of the computer, such as "2016". */
  public String os() {
    return os;
  }

  /** Groups that contain it directly. */
  public Set<UUID> groups() {
    return groups;
  }

  /** Version of its sensor; empty without the agent. */
  public Optional<String> sensor() {
    return sensor;
  }

  /** Sets the version of its sensor; empty removes the sensor. */
  public void sensor(Optional<String> version) {
    sensor = version;
  }

  /** Time of its last report. */
  public Optional<Instant> lastReport() {
    return lastReport;
  }

  /** Records a report. */
  public void reports(Instant now) {
    lastReport = Optional.of(now);
  }

  /** Whether it no longer reports. */
  public boolean silent() {
    return silent;
  }

  /** Stops or resumes its reports. */
  public void silent(boolean value) {
    silent = value;
  }

  /** States that a test set, by update. */
  public Map<UUID, Integer> fixedStates() {
    return fixedStates;
  }
}

package dev.garrison.cli.lab;

import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.Pause;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Clock that shows the time of a running lab.
 *
 * <p>So its clock and Garrison's agree however far the lab's was advanced. It asks the lab at most
 * four times a second.
 */
public final class LabTime extends Clock {
  /** Environment variable with the folder of the lab. */
  static final String VARIABLE = "GARRISON_LAB";

  private static final Duration HOLDS = Duration.ofMillis(250);

  private final LabClient lab;
  private final Clock machine;
  private @Nullable Instant asked;
  private Instant time = Instant.EPOCH;

  private LabTime(LabClient lab, Clock machine) {
    this.lab = lab;
    this.machine = machine;
  }

  /**
   * Clock of the lab that the environment names, otherwise the clock of this computer.
   *
   * @param machine the clock of this computer
   */
  public static Clock followed(Map<String, String> environment, Clock machine) {
    return isFollowed(environment)
        ? new LabTime(LabClient.followed(Path.of(environment.get(VARIABLE)), VARIABLE), machine)
        : machine;
  }

  /**
   * Waits between requests. The simulated servers of a lab serve nobody else and are not spared: a
   * command does not wait between two requests, or before a retry.
   *
   * @param pause how to wait for other servers
   */
  public static Pause between(Map<String, String> environment, Pause pause) {
    return isFollowed(environment) ? LabTime::doNotWait : pause;
  }

  private static void doNotWait(Duration left) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before a wait of " + left);
    }
  }

  private static boolean isFollowed(Map<String, String> environment) {
    return !environment.getOrDefault(VARIABLE, "").isEmpty();
  }

  /**
   * Refuses servers that are not on this computer while a lab's clock is followed.
   *
   * @param servers addresses of the site and of its update servers
   */
  public static void requireSimulated(Map<String, String> environment, List<URI> servers) {
    if (!isFollowed(environment)) {
      return;
    }
    servers.stream()
        .filter(address -> !ConnectionPolicy.isLoopback(address.getHost()))
        .findFirst()
        .ifPresent(address -> {
          throw new RefusalException(
              Diagnostic.error(
                  LabCode.LAB_REFUSED,
                  Message.of("lab.not-simulated", "variable", VARIABLE, "address", address)));
        });
  }

  @Override
  public synchronized Instant instant() {
    Instant now = machine.instant();
    if (asked == null || Duration.between(asked, now).abs().compareTo(HOLDS) >= 0) {
      time = lab.status().time();
      asked = now;
    }
    return time;
  }

  @Override
  public ZoneId getZone() {
    return machine.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new LabTime(lab, machine.withZone(zone));
  }
}

package dev.garrison.cli.lab;

import dev.garrison.connection.ConnectionPolicy;
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
    String folder = environment.getOrDefault(VARIABLE, "");
    return folder.isEmpty()
        ? machine
        : new LabTime(LabClient.followed(Path.of(folder), VARIABLE), machine);
  }

  /**
   * Refuses a site that is not on this computer while a lab's clock is followed.
   *
   * @param providers addresses of the site
   */
  public static void requireSimulated(Map<String, String> environment, List<URI> providers) {
    if (environment.getOrDefault(VARIABLE, "").isEmpty()) {
      return;
    }
    providers.stream()
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

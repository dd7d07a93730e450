package dev.garrison.wsus.decline;

import dev.garrison.catalog.declinepolicy.DeclineVerdict;
import dev.garrison.catalog.declinepolicy.KeepReason;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.language.Text;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Replica, which copies declines from its upstream server; its computers report only to it.
 *
 * @param sensors the sensor's updates on it
 * @param examined results of the examination of its updates
 */
public record Replica(
    String name, List<SensorUpdate> sensors, List<DeclineExaminer.Examined> examined) {
  public Replica {
    sensors = List.copyOf(sensors);
    examined = List.copyOf(examined);
  }

  /** Objection of the replica to a decline; empty where it has none. */
  public Optional<String> objection(UUID update) {
    Optional<DeclineExaminer.Examined> found =
        examined.stream().filter(each -> each.sensor().id().equals(update)).findFirst();
    if (found.isPresent()) {
      return found.get().anybody()
              && found.get().verdict() instanceof DeclineVerdict.Keep(var reason, String words)
              && reason != KeepReason.NOBODY_REPORTED
          ? Optional.of(
              Text.of("wsus-decline.replica-objects", "server", name, "reason", words).toString())
          : Optional.empty();
    }
    boolean offered =
        sensors.stream()
            .anyMatch(
                sensor -> sensor.id().equals(update) && sensor.update().standing().isInForce());
    return offered
        ? Optional.of(Text.of("wsus-decline.replica-unread", "server", name).toString())
        : Optional.empty();
  }
}

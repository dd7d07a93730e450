package dev.garrison.wsus.decline;

import dev.garrison.catalog.declinepolicy.DeclineVerdict;
import dev.garrison.catalog.declinepolicy.KeepReason;
import dev.garrison.catalog.sensor.SensorUpdate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A replica, which declines what its upstream server declines, while its computers report to it
 * alone.
 *
 * @param sensors what it has of the sensor
 * @param examined what was examined there
 */
public record Replica(
    String name, List<SensorUpdate> sensors, List<DeclineExaminer.Examined> examined) {
  public Replica {
    sensors = List.copyOf(sensors);
    examined = List.copyOf(examined);
  }

  /** What it has to say against a decline. */
  public Optional<String> objection(UUID update) {
    Optional<DeclineExaminer.Examined> found =
        examined.stream().filter(each -> each.sensor().id().equals(update)).findFirst();
    if (found.isPresent()) {
      return found.get().anybody()
              && found.get().verdict() instanceof DeclineVerdict.Keep(var reason, String words)
              && reason != KeepReason.NOBODY_REPORTED
          ? Optional.of("its replica %s says: %s".formatted(name, words))
          : Optional.empty();
    }
    boolean offered =
        sensors.stream()
            .anyMatch(
                sensor -> sensor.id().equals(update) && sensor.update().standing().isInForce());
    return offered
        ? Optional.of("nobody has looked yet who needs it on the replica " + name)
        : Optional.empty();
  }
}

package dev.garrison.cli.fleet;

import dev.garrison.fleet.Sensor;
import dev.garrison.json.JsonForm;
import java.time.Instant;
import java.util.Optional;

/**
 * The last known state of a server's sensor as a part of JSON answers.
 *
 * @param state OnboardingState
 * @param asked when the server itself said so
 */
public record SensorAnswer(
    long state,
    String orgId,
    boolean running,
    Optional<Instant> lastConnected,
    Optional<Instant> asked)
    implements JsonForm {
  /** The form of a sensor. */
  public static SensorAnswer of(Sensor sensor) {
    return new SensorAnswer(
        sensor.state(), sensor.orgId(), sensor.running(), sensor.lastConnected(), sensor.asked());
  }
}

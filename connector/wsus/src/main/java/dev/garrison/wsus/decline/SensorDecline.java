package dev.garrison.wsus.decline;

import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.engine.resource.Address;
import java.util.UUID;

/**
 * Decline of one update on one server; a declined update is hidden from all computers.
 *
 * @param update the same ID for all revisions
 */
public record SensorDecline(String server, UUID update, boolean isDeclined) {
  /** Kind of object in addresses. */
  public static final String KIND = "decline";

  /** Address of a decline. */
  public static Address address(String server, SensorUpdate sensor) {
    return new Address(KIND, server + "/" + sensor.named());
  }

  /** Creates a wanted decline. */
  public static SensorDecline of(String server, SensorUpdate sensor) {
    return new SensorDecline(server, sensor.id(), true);
  }
}

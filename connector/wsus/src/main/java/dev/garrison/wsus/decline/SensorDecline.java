package dev.garrison.wsus.decline;

import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.engine.resource.Address;
import java.util.UUID;

/**
 * Whether an update is hidden from all computers of a server.
 *
 * @param update the same for all revisions
 */
public record SensorDecline(String server, UUID update, boolean isDeclined) {
  /** The kind in addresses. */
  public static final String KIND = "decline";

  /** The address of one. */
  public static Address address(String server, SensorUpdate sensor) {
    return new Address(KIND, server + "/" + sensor.named());
  }

  /** That it is to be hidden. */
  public static SensorDecline of(String server, SensorUpdate sensor) {
    return new SensorDecline(server, sensor.id(), true);
  }
}

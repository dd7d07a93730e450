package dev.garrison.wsus.approval;

import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.engine.resource.Address;
import java.util.UUID;

/**
 * Acceptance of an update's license terms on a server.
 *
 * @param update an update with these terms
 * @param terms ID of the license terms
 */
public record SensorLicence(String server, UUID update, UUID terms, boolean isAccepted) {
  /** Kind of object in addresses. */
  public static final String KIND = "licence";

  /** Address of the license terms of an update. */
  public static Address address(String server, SensorUpdate sensor) {
    return new Address(KIND, server + "/" + sensor.named());
  }
}

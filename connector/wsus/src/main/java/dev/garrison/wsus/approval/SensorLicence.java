package dev.garrison.wsus.approval;

import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.engine.resource.Address;
import java.util.UUID;

/**
 * Whether the licence terms of an update are accepted on a server.
 *
 * @param terms which
 * @param update an update that has them
 */
public record SensorLicence(String server, UUID update, UUID terms, boolean isAccepted) {
  /** The kind in addresses. */
  public static final String KIND = "licence";

  /** The address of the terms of an update. */
  public static Address address(String server, SensorUpdate sensor) {
    return new Address(KIND, server + "/" + sensor.named());
  }
}

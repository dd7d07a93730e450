package dev.garrison.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * Device record of a server on the site (class SMS_CombinedDeviceResources).
 *
 * @param client whether the Configuration Manager client is installed
 * @param active whether there was a recent heartbeat
 * @param obsolete whether another record replaced it
 * @param clientVersion as the site spells it; empty where unknown
 * @param inventoried time of its last hardware inventory
 * @param installed time at which Windows was installed, by that inventory: InstallDate of
 *     Win32_OperatingSystem, in the server's own time zone
 * @param heard time of the last that the site heard from the client: heartbeat, request for policy,
 *     status message, or inventory
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/clients/collections/sms_combineddeviceresources-server-wmi-class">SMS_CombinedDeviceResources</a>
 */
public record Presence(
    boolean client,
    boolean active,
    boolean obsolete,
    String clientVersion,
    Optional<Instant> inventoried,
    Optional<Instant> installed,
    Optional<Instant> heard) {
  /** Creates the record of a server of which inventory, without InstallDate, was heard last. */
  public Presence(
      boolean client,
      boolean active,
      boolean obsolete,
      String clientVersion,
      Optional<Instant> inventoried) {
    this(client, active, obsolete, clientVersion, inventoried, Optional.empty(), inventoried);
  }

  /** Checks whether this is the record of a client of which the site has heard lately. */
  public boolean isLive() {
    return client && active && !obsolete;
  }
}

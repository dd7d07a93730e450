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
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/clients/collections/sms_combineddeviceresources-server-wmi-class">SMS_CombinedDeviceResources</a>
 */
public record Presence(
    boolean client,
    boolean active,
    boolean obsolete,
    String clientVersion,
    Optional<Instant> inventoried) {}

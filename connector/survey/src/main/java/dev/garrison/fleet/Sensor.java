package dev.garrison.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * What is last known of the Defender for Endpoint sensor.
 *
 * @param state OnboardingState: 1 onboarded, 0 not
 * @param orgId the tenant it reports to; empty where nobody says
 * @param running whether the service Sense ran
 * @param lastConnected when it last reached the service
 * @param asked when the server itself said so; empty where hardware inventory does
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/clients/manage/sms_g_system_advancedthreatprotectionhealthstatus-server-wmi-class">SMS_G_System_AdvancedThreatProtectionHealthStatus</a>
 */
public record Sensor(
    long state,
    String orgId,
    boolean running,
    Optional<Instant> lastConnected,
    Optional<Instant> asked) {
  /** As hardware inventory tells it. */
  public Sensor(long state, String orgId, boolean running, Optional<Instant> lastConnected) {
    this(state, orgId, running, lastConnected, Optional.empty());
  }
}

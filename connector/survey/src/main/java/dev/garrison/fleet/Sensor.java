package dev.garrison.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * Last known state of the Defender for Endpoint sensor.
 *
 * @param state OnboardingState: 1 onboarded, 0 not
 * @param orgId the tenant to which it reports; empty where unknown
 * @param running whether the service Sense ran
 * @param lastConnected time of its last connection to the service
 * @param asked time at which the server itself reported this; empty where hardware inventory does
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/clients/manage/sms_g_system_advancedthreatprotectionhealthstatus-server-wmi-class">SMS_G_System_AdvancedThreatProtectionHealthStatus</a>
 */
public record Sensor(
    long state,
    String orgId,
    boolean running,
    Optional<Instant> lastConnected,
    Optional<Instant> asked) {
  private static final long ONBOARDED = 1;

  /** Creates the state that hardware inventory reports. */
  public Sensor(long state, String orgId, boolean running, Optional<Instant> lastConnected) {
    this(state, orgId, running, lastConnected, Optional.empty());
  }

  /** Whether the sensor is onboarded, to any tenant. */
  public boolean isOnboarded() {
    return state == ONBOARDED;
  }
}

package dev.garrison.fleet;

import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import java.util.Locale;
import java.util.Optional;

/**
 * Proof of onboarding in the report of a server's sensor. On Windows Server 2012 R2 and 2016, the
 * sensor of the Microsoft Monitoring Agent reports the same state and tenant as the unified agent.
 * Only the agent has the service Sense, which starts automatically once it is onboarded. So a
 * report proves nothing there unless it comes with the server's services.
 *
 * @see <a
 *     href="https://learn.microsoft.com/defender-endpoint/application-deployment-via-mecm">Migrate
 *     from the Microsoft Monitoring Agent to the unified agent</a>
 */
public enum Onboarding {
  /** No sensor has reported. */
  NOT_TOLD,
  NOT_ONBOARDED,
  /** OnboardingState has a value that this version does not know. */
  UNKNOWN_STATE,
  /** The sensor is onboarded, and no tenant is reported. */
  UNKNOWN_TENANT,
  OTHER_TENANT,
  /** The sensor of the Microsoft Monitoring Agent reports the manifest's tenant. */
  LEGACY_SENSOR,
  /** A sensor reports the manifest's tenant, and nothing tells whether it is the agent's. */
  UNKNOWN_SENSOR,
  ONBOARDED;

  /** Judges the report of a server's sensor, its own answer before inventory. */
  public static Onboarding of(Server server, String tenant) {
    return server.sensor().map(sensor -> of(server, sensor, tenant)).orElse(NOT_TOLD);
  }

  private static Onboarding of(Server server, Sensor sensor, String tenant) {
    if (sensor.state() == 0) {
      return NOT_ONBOARDED;
    }
    if (!sensor.isOnboarded()) {
      return UNKNOWN_STATE;
    }
    if (sensor.orgId().isEmpty()) {
      return UNKNOWN_TENANT;
    }
    if (!sensor.orgId().equalsIgnoreCase(tenant)) {
      return OTHER_TENANT;
    }
    return needsAgent(server) ? withAgent(server, sensor) : ONBOARDED;
  }

  /** Checks whether only the unified agent counts on a server. */
  public static boolean needsAgent(Server server) {
    return OperatingSystem.ofCaption(server.system())
        .filter(OperatingSystem::needsInstaller)
        .isPresent();
  }

  /**
   * Whether the service Sense is that of an onboarded agent; empty where that is not told.
   *
   * @param startMode its StartMode: Auto once the agent is onboarded, Manual before
   */
  public static Optional<Boolean> agent(String startMode) {
    return switch (startMode.toLowerCase(Locale.ROOT)) {
      case "auto" -> Optional.of(true);
      case "manual" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Onboarding withAgent(Server server, Sensor sensor) {
    Optional<LiveService> now =
        sensor.asked().isPresent() ? server.live().map(LiveAnswer::sense) : Optional.empty();
    return now.flatMap(Onboarding::agent)
        .or(() -> server.antivirus().agent())
        .map(agent -> agent ? ONBOARDED : LEGACY_SENSOR)
        .orElse(UNKNOWN_SENSOR);
  }

  private static Optional<Boolean> agent(LiveService sense) {
    return switch (sense) {
      case RUNNING -> Optional.of(true);
      case MISSING -> Optional.of(false);
      case STOPPED, DISABLED -> Optional.empty();
    };
  }
}

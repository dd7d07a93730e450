package dev.garrison.lab.device;

import java.util.Locale;
import java.util.Optional;

/**
 * The part of HKEY_LOCAL_MACHINE that onboarding, its settings and its policies change.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/troubleshoot-onboarding">Troubleshoot
 *     onboarding</a>
 */
public final class Registry {
  private static final String STATUS =
      "software\\microsoft\\windows advanced threat protection\\status";
  private static final String POLICY =
      "software\\policies\\microsoft\\windows advanced threat protection";
  private static final String SENSE = "system\\currentcontrolset\\services\\sense";
  private final Device device;
  private final Sensors sensors;
  private final Optional<Integer> passiveMode;

  /**
   * Creates the registry of a device.
   *
   * @param sensors all sensors, including its own
   * @param passiveMode ForceDefenderPassiveMode, if it is set
   */
  public Registry(Device device, Sensors sensors, Optional<Integer> passiveMode) {
    this.device = device;
    this.sensors = sensors;
    this.passiveMode = passiveMode;
  }

  /** Organization of the sensor; the value stays after the sensor is offboarded. */
  private Optional<String> orgId() {
    return sensors.orgId(device.index()).or(() -> sensors.left(device.index()));
  }

  /** Whether a key exists. The Sense service is part of Windows since Server 2019. */
  public boolean hasKey(String key) {
    return switch (key.toLowerCase(Locale.ROOT)) {
      case STATUS -> orgId().isPresent();
      case POLICY -> passiveMode.isPresent() || sensors.hasKey(device.index(), key);
      case SENSE -> sensors.hasAgent(device.index()) || !device.os().needsAgent();
      default -> sensors.hasKey(device.index(), key);
    };
  }

  /** Start of the service Sense: automatic once its sensor is onboarded, manual before. */
  private String start() {
    return sensors.orgId(device.index()).isPresent() ? "2" : "3";
  }

  /** Value as text. */
  public Optional<String> value(String key, String name) {
    return switch (key.toLowerCase(Locale.ROOT) + "\\" + name.toLowerCase(Locale.ROOT)) {
      case STATUS + "\\onboardingstate" ->
          orgId().map(_ -> sensors.orgId(device.index()).isPresent() ? "1" : "0");
      case STATUS + "\\orgid" -> orgId();
      case POLICY + "\\forcedefenderpassivemode" -> passiveMode.map(String::valueOf);
      case SENSE + "\\start" -> hasKey(SENSE) ? Optional.of(start()) : Optional.empty();
      default -> sensors.written(device.index(), key, name);
    };
  }
}

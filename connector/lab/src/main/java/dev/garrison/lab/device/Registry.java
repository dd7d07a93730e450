package dev.garrison.lab.device;

import java.util.Locale;
import java.util.Optional;

/**
 * The part of HKEY_LOCAL_MACHINE that onboarding changes.
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
  private final Optional<String> orgId;
  private final Optional<Integer> passiveMode;

  /**
   * The registry of a device.
   *
   * @param orgId whom its sensor reports to, or nobody
   * @param passiveMode ForceDefenderPassiveMode, where it is set
   */
  public Registry(Device device, Optional<String> orgId, Optional<Integer> passiveMode) {
    this.device = device;
    this.orgId = orgId;
    this.passiveMode = passiveMode;
  }

  /** Whether a key exists. The Sense service is part of Windows since Server 2019. */
  public boolean hasKey(String key) {
    return switch (key.toLowerCase(Locale.ROOT)) {
      case STATUS -> orgId.isPresent();
      case POLICY -> passiveMode.isPresent();
      case SENSE ->
          orgId.isPresent()
              || (device.os() != OperatingSystem.SERVER_2012_R2
                  && device.os() != OperatingSystem.SERVER_2016);
      default -> false;
    };
  }

  /** A value as text. */
  public Optional<String> value(String key, String name) {
    return switch (key.toLowerCase(Locale.ROOT) + "\\" + name.toLowerCase(Locale.ROOT)) {
      case STATUS + "\\onboardingstate" -> orgId.map(organisation -> "1");
      case STATUS + "\\orgid" -> orgId;
      case POLICY + "\\forcedefenderpassivemode" -> passiveMode.map(String::valueOf);
      default -> Optional.empty();
    };
  }
}

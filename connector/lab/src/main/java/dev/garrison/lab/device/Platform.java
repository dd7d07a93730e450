package dev.garrison.lab.device;

import java.util.Arrays;
import java.util.Optional;

/**
 * Operating system requirements by RuleId.
 *
 * @see <a href="https://github.com/microsoft/configmgr-hub">configmgr-hub: exported configuration
 *     items</a>
 */
public enum Platform {
  SERVER_2012_R2("Windows/All_x64_Windows_Server_2012_R2", OperatingSystem.SERVER_2012_R2, false),
  SERVER_2016("Windows/All_x64_Windows_Server_2016", OperatingSystem.SERVER_2016, true),
  SERVER_2019("Windows/All_x64_Windows_Server_2019_and_higher", OperatingSystem.SERVER_2019, true),
  SERVER_2022("Windows/All_x64_Windows_Server_2022_and_higher", OperatingSystem.SERVER_2022, true);

  private final String ruleId;
  private final OperatingSystem first;
  private final boolean higher;

  Platform(String ruleId, OperatingSystem first, boolean higher) {
    this.ruleId = ruleId;
    this.first = first;
    this.higher = higher;
  }

  /** Platform with this RuleId. */
  public static Optional<Platform> of(String ruleId) {
    return Arrays.stream(values()).filter(platform -> platform.ruleId.equals(ruleId)).findFirst();
  }

  /** Whether a system fits; "2016" means 2016 and higher, as its label says. */
  public boolean includes(OperatingSystem os) {
    return os == first || (higher && os.isServer() && os.isNoEarlierThan(first));
  }
}

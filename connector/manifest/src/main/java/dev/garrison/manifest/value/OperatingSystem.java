package dev.garrison.manifest.value;

import java.util.Arrays;
import java.util.Optional;

/** The Windows Server releases that Garrison brings under Defender for Endpoint. */
public enum OperatingSystem {
  WINDOWS_SERVER_2012_R2("2012R2", "2012 R2"),
  WINDOWS_SERVER_2016("2016", "2016"),
  WINDOWS_SERVER_2019("2019", "2019"),
  WINDOWS_SERVER_2022("2022", "2022"),
  WINDOWS_SERVER_2025("2025", "2025");

  private static final int MINUTES_WITH_INSTALLER = 60;
  private static final int MINUTES_ONBOARDING_ONLY = 15;

  private final String word;
  private final String title;

  OperatingSystem(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /** Which release it is by the caption that inventory has; empty for any other. */
  public static Optional<OperatingSystem> ofCaption(String caption) {
    return Arrays.stream(values())
        .filter(system -> caption.contains("Windows Server " + system.title))
        .findFirst();
  }

  /** As the manifest spells it: {@code 2012R2}. */
  public String word() {
    return word;
  }

  /** As names of objects and screens spell it: {@code 2012 R2}. */
  public String title() {
    return title;
  }

  /**
   * Whether the sensor has to be installed with {@code md4ws.msi}. Later releases bring it along
   * (Microsoft Learn, "Onboard Windows servers to the Microsoft Defender for Endpoint service").
   */
  public boolean needsInstaller() {
    return this == WINDOWS_SERVER_2012_R2 || this == WINDOWS_SERVER_2016;
  }

  /** The maximum run time of onboarding in minutes: no window that is shorter starts it. */
  public int maximumMinutes() {
    return needsInstaller() ? MINUTES_WITH_INSTALLER : MINUTES_ONBOARDING_ONLY;
  }

  /**
   * Whether the antimalware platform may have to be updated before the sensor installs. Windows
   * Server 2016 has an older platform built in.
   */
  public boolean needsPlatformUpdate() {
    return this == WINDOWS_SERVER_2016;
  }
}

package dev.garrison.manifest.operatingsystem;

import dev.garrison.diagnostic.Worded;
import java.util.Arrays;
import java.util.Optional;

/** The Windows Server releases that Garrison brings under Defender for Endpoint. */
public enum OperatingSystem implements Worded {
  WINDOWS_SERVER_2012_R2("2012R2", "2012 R2", 9600, BuiltIn.NOTHING),
  WINDOWS_SERVER_2016("2016", "2016", 14393, BuiltIn.ANTIVIRUS),
  WINDOWS_SERVER_2019("2019", "2019", 17763, BuiltIn.ANTIVIRUS_AND_SENSOR),
  WINDOWS_SERVER_2022("2022", "2022", 20348, BuiltIn.ANTIVIRUS_AND_SENSOR),
  WINDOWS_SERVER_2025("2025", "2025", 26100, BuiltIn.ANTIVIRUS_AND_SENSOR);

  /**
   * What of Defender a release brings along. The rest comes with {@code md4ws.msi}.
   *
   * @see <a href="https://learn.microsoft.com/defender-endpoint/onboard-server">Onboard Windows
   *     servers to the Microsoft Defender for Endpoint service</a>
   */
  public enum BuiltIn {
    NOTHING,
    ANTIVIRUS,
    ANTIVIRUS_AND_SENSOR
  }

  /** The maximum run time of onboarding where the agent is installed first. */
  public static final int MINUTES_WITH_INSTALLER = 60;

  /** The same where it is not. */
  public static final int MINUTES_ONBOARDING_ONLY = 15;

  private final String word;
  private final String title;
  private final int build;
  private final BuiltIn builtIn;

  OperatingSystem(String word, String title, int build, BuiltIn builtIn) {
    this.word = word;
    this.title = title;
    this.build = build;
    this.builtIn = builtIn;
  }

  /** Which release it is by the caption that inventory has; empty for any other. */
  public static Optional<OperatingSystem> ofCaption(String caption) {
    return Arrays.stream(values())
        .filter(system -> caption.contains("Windows Server " + system.title))
        .findFirst();
  }

  /** As the manifest spells it: {@code 2012R2}. */
  @Override
  public String word() {
    return word;
  }

  /** As names of objects and screens spell it: {@code 2012 R2}. */
  public String title() {
    return title;
  }

  /** The number of its build, the third of Windows' version. */
  public int build() {
    return build;
  }

  /** What of Defender it brings along. */
  public BuiltIn builtIn() {
    return builtIn;
  }

  /** Whether the sensor has to be installed with {@code md4ws.msi}. */
  public boolean needsInstaller() {
    return builtIn != BuiltIn.ANTIVIRUS_AND_SENSOR;
  }

  /**
   * Whether Microsoft Defender Antivirus is part of it. Where it is not, Endpoint Protection may be
   * installed, and no client setting makes the antivirus passive before onboarding.
   */
  public boolean hasAntivirus() {
    return builtIn != BuiltIn.NOTHING;
  }

  /** The maximum run time of onboarding in minutes: no window that is shorter starts it. */
  public int maximumMinutes() {
    return needsInstaller() ? MINUTES_WITH_INSTALLER : MINUTES_ONBOARDING_ONLY;
  }

  /**
   * Whether the antimalware platform that is built in may have to be updated before the sensor
   * installs.
   */
  public boolean needsPlatformUpdate() {
    return builtIn == BuiltIn.ANTIVIRUS;
  }
}

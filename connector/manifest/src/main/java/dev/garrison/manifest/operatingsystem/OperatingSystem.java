package dev.garrison.manifest.operatingsystem;

import dev.garrison.diagnostic.Worded;
import java.util.Arrays;
import java.util.Optional;

/** Releases of Windows Server that Garrison onboards to Defender for Endpoint. */
public enum OperatingSystem implements Worded {
  WINDOWS_SERVER_2012_R2("2012R2", "2012 R2", 9600, BuiltInDefender.NOTHING),
  WINDOWS_SERVER_2016("2016", "2016", 14393, BuiltInDefender.ANTIVIRUS),
  WINDOWS_SERVER_2019("2019", "2019", 17763, BuiltInDefender.ANTIVIRUS_AND_SENSOR),
  WINDOWS_SERVER_2022("2022", "2022", 20348, BuiltInDefender.ANTIVIRUS_AND_SENSOR),
  WINDOWS_SERVER_2025("2025", "2025", 26100, BuiltInDefender.ANTIVIRUS_AND_SENSOR);

  /** The maximum run time of onboarding where the sensor is installed first. */
  public static final int MINUTES_WITH_INSTALLER = 60;

  /** The maximum run time of onboarding where the sensor is built in. */
  public static final int MINUTES_ONBOARDING_ONLY = 15;

  private final String word;
  private final String title;
  private final int build;
  private final BuiltInDefender builtIn;

  OperatingSystem(String word, String title, int build, BuiltInDefender builtIn) {
    this.word = word;
    this.title = title;
    this.build = build;
    this.builtIn = builtIn;
  }

  /** Finds the release by the caption in hardware inventory; empty for any other. */
  public static Optional<OperatingSystem> ofCaption(String caption) {
    return Arrays.stream(values())
        .filter(system -> caption.contains("Windows Server " + system.title))
        .findFirst();
  }

  /** The spelling of the manifest: {@code 2012R2}. */
  @Override
  public String word() {
    return word;
  }

  /** The spelling on screens and in names of objects: {@code 2012 R2}. */
  public String title() {
    return title;
  }

  /** The build number, the third part of the version of Windows. */
  public int build() {
    return build;
  }

  /** The parts of Defender that are built in. */
  public BuiltInDefender builtIn() {
    return builtIn;
  }

  /** Whether the sensor has to be installed with {@code md4ws.msi}. */
  public boolean needsInstaller() {
    return builtIn != BuiltInDefender.ANTIVIRUS_AND_SENSOR;
  }

  /**
   * Whether Microsoft Defender Antivirus is built in. If it isn't, Endpoint Protection may be
   * installed, and no client setting makes the antivirus passive before onboarding.
   */
  public boolean hasAntivirus() {
    return builtIn != BuiltInDefender.NOTHING;
  }

  /**
   * The maximum run time of onboarding in minutes: a shorter maintenance window never starts it.
   */
  public int maximumMinutes() {
    return needsInstaller() ? MINUTES_WITH_INSTALLER : MINUTES_ONBOARDING_ONLY;
  }

  /**
   * Whether the built-in antimalware platform may need an update before the sensor is installed.
   */
  public boolean needsPlatformUpdate() {
    return builtIn == BuiltInDefender.ANTIVIRUS;
  }
}

package dev.garrison.manifest.value;

/** The Windows Server releases that Garrison brings under Defender for Endpoint. */
public enum OperatingSystem {
  WINDOWS_SERVER_2012_R2("2012R2", "2012 R2"),
  WINDOWS_SERVER_2016("2016", "2016"),
  WINDOWS_SERVER_2019("2019", "2019"),
  WINDOWS_SERVER_2022("2022", "2022"),
  WINDOWS_SERVER_2025("2025", "2025");

  private final String word;
  private final String title;

  OperatingSystem(String word, String title) {
    this.word = word;
    this.title = title;
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

  /**
   * Whether the antimalware platform may have to be updated before the sensor installs. Windows
   * Server 2016 has an older platform built in.
   */
  public boolean needsPlatformUpdate() {
    return this == WINDOWS_SERVER_2016;
  }
}

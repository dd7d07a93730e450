package dev.garrison.fleet.readiness;

/** What a server needs before it is onboarded, and what takes it out of the question. */
public enum Prerequisite {
  OTHER_TENANT("other-tenant"),
  /** A Windows that can be onboarded, and that manifest and site know. */
  SYSTEM("system"),
  CLIENT_TOO_OLD("client-too-old"),
  UPDATES("updates"),
  DEFENDER("defender"),
  OTHER_ANTIVIRUS("other-antivirus"),
  SCEP("scep"),
  DISK_SPACE("disk-space"),
  RESTART_PENDING("restart-pending"),
  NO_WINDOW("no-window"),
  WINDOW_TOO_SHORT("window-too-short"),
  /** Defender for Cloud may onboard it as well. */
  AZURE_ARC("azure-arc"),
  NO_INVENTORY("no-inventory"),
  INACTIVE("inactive"),
  NO_CLIENT("no-client"),
  OBSOLETE("obsolete"),
  EXEMPT("exempt");

  private final String word;

  Prerequisite(String word) {
    this.word = word;
  }

  /** As options and files spell it. */
  public String word() {
    return word;
  }
}

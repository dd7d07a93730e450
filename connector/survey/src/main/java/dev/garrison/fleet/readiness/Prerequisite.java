package dev.garrison.fleet.readiness;

import dev.garrison.diagnostic.Worded;

/** What a server needs before it is onboarded, and what takes it out of the question. */
public enum Prerequisite implements Worded {
  OTHER_TENANT,
  /** A Windows that can be onboarded, and that manifest and site know. */
  SYSTEM,
  CLIENT_TOO_OLD,
  UPDATES,
  DEFENDER,
  OTHER_ANTIVIRUS,
  SCEP,
  DISK_SPACE,
  RESTART_PENDING,
  NO_WINDOW,
  WINDOW_TOO_SHORT,
  /** Defender for Cloud may onboard it as well. */
  AZURE_ARC,
  NO_INVENTORY,
  INACTIVE,
  NO_CLIENT,
  OBSOLETE,
  EXEMPT
}

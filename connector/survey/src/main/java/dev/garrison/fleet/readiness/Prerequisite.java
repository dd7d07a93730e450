package dev.garrison.fleet.readiness;

import dev.garrison.diagnostic.Worded;

/** Prerequisites of a server for onboarding, and reasons to exclude it. */
public enum Prerequisite implements Worded {
  OTHER_TENANT,
  /** Windows release that can be onboarded, and that manifest and site know. */
  SYSTEM,
  CLIENT_TOO_OLD,
  UPDATES,
  DEFENDER,
  OTHER_ANTIVIRUS,
  /** A passive ring strips a server of its protection unless another antivirus runs there. */
  NO_OTHER_ANTIVIRUS,
  SCEP,
  DISK_SPACE,
  RESTART_PENDING,
  NO_WINDOW,
  WINDOW_TOO_SHORT,
  /** Defender for Cloud may onboard the server as well. */
  AZURE_ARC,
  NO_INVENTORY,
  INACTIVE,
  NO_CLIENT,
  OBSOLETE,
  EXEMPT
}

package dev.garrison.play;

/** What is special about a server. */
enum Role {
  /** Nothing: it is onboarded at its first chance. */
  WELL("", "onboarded"),
  /** Its installations fail until somebody repairs it. */
  FAILS(", exitCode: 1603", "onboarded"),
  /** It reports to another tenant, and stays there. */
  FOREIGN(", onboardedTo: 77aa0000-0000-4000-8000-000000000003", "other-tenant"),
  /** Its only window is shorter than any installation may take, so it waits for ever (F12). */
  WITHOUT_WINDOW(", windows: [{start: \"02:00\", minutes: 10}]", "waiting-for-window"),
  /** A Group Policy writes its antivirus mode over, so nobody may onboard it by policy. */
  OVERRULED(", overruled: true", "antivirus-mode"),
  /** It is onboarded like others, and leaves when all is done. */
  LEAVES("", ""),
  /** It has no client. */
  UNMANAGED("", "no-client");

  private final String keys;
  private final String end;

  Role(String keys, String end) {
    this.keys = keys;
    this.end = end;
  }

  /** Of its entry in the site file. */
  String keys() {
    return keys;
  }

  /** The state that status gives it in the end; empty where no ring has it any more. */
  String end() {
    return end;
  }
}

package dev.garrison.fleet;

import dev.garrison.diagnostic.Worded;

/** Status of one server, with the action that brings it to the next one. */
public enum ServerState implements Worded {
  /** The sensor reports to the manifest's tenant. */
  ONBOARDED(Group.DONE, "Nothing."),
  OTHER_TENANT(
      Group.LOOK,
      "Offboard it with a package of that tenant, or leave it out: 'exceptions' or the ring's 'exclude'."),
  SENSOR_STOPPED(
      Group.LOOK,
      "Look at the service Sense and at the log Microsoft-Windows-SENSE/Operational on it."),
  /** The deployment succeeded, and the server is no longer onboarded. */
  LOST(
      Group.LOOK,
      "Find what offboarded it: a Group Policy, another tool, or a restored image. The next evaluation onboards it again."),
  ANTIVIRUS_MODE(
      Group.LOOK,
      "See docs/reference/server-scripts.md, 'Antivirus mode'; the script's log on it says why."),
  SETTINGS(
      Group.LOOK,
      "See docs/reference/server-scripts.md, 'Settings'; the script's output in AppEnforce.log on it says why."),
  FAILED(Group.LOOK, "Look at AppEnforce.log on it."),
  /** The site reports a value that this version does not know. */
  UNCLEAR(Group.LOOK, "Look at its deployment status in the console, and report the number."),
  REBOOT_PENDING(
      Group.UNDER_WAY, "Restart it, or wait for its window: the run after the restart onboards."),
  INSTALLING(Group.UNDER_WAY, "Wait."),
  WAITING_FOR_CONTENT(
      Group.UNDER_WAY,
      "Wait; if it stays, look at its boundary group and at the distribution points."),
  WAITING_FOR_WINDOW(
      Group.UNDER_WAY,
      "Wait for its maintenance window. One that is shorter than the maximum run time never starts it."),
  WAITING(Group.UNDER_WAY, "Wait."),
  NOT_READY(Group.NOT_READY, "Meet the requirement that its deployment status names."),
  /** The server is targeted by a deployment that its client may not have heard of yet. */
  AWAITING_POLICY(Group.SILENT, "Wait for its next policy, at most an hour."),
  /** The server is targeted and has reported nothing. */
  SILENT(Group.SILENT, "Wait for its next policy; if it stays, look at PolicyAgent.log on it."),
  NOT_TARGETED(
      Group.UNTARGETED,
      "Nothing if its ring waits: 'garrison rollout status'. Else its Windows is not in the manifest's 'operatingSystems'."),
  NO_INVENTORY(
      Group.UNREACHABLE,
      "Its Windows is unknown until it sends hardware inventory: look at InventoryAgent.log on it."),
  INACTIVE(Group.UNREACHABLE, "Is it switched off or gone? Repair its client, or remove it."),
  NO_CLIENT(Group.UNREACHABLE, "Install the Configuration Manager client, or remove its record."),
  OBSOLETE(Group.EXCLUDED, "Nothing: another record took its place. Remove this one."),
  /** The manifest's exceptions exclude the server. */
  EXEMPT(Group.EXCLUDED, "Nothing until the exception ends.");

  private final Group group;
  private final String remedy;

  ServerState(Group group, String remedy) {
    this.group = group;
    this.remedy = remedy;
  }

  /** Groups of states, for counts; each is a column of its own. */
  public enum Group {
    DONE("onboarded", "onboarded"),
    UNDER_WAY("under way", "in progress"),
    LOOK("to look at", "attention"),
    NOT_READY("not ready", "not ready"),
    /** No client has reported a status yet. */
    SILENT("silent", "no status"),
    UNTARGETED("untargeted", "not targeted"),
    /** Configuration Manager cannot reach the server (F41). */
    UNREACHABLE("apart", "unreachable"),
    /** Neither Garrison nor Configuration Manager is to change the server. */
    EXCLUDED("apart", "excluded");

    private final String identifier;
    private final String label;

    Group(String identifier, String label) {
      this.identifier = identifier;
      this.label = label;
    }

    /** Name in answers over HTTP, which does not tell the last two groups apart. */
    public String identifier() {
      return identifier;
    }

    /** Name on screens and pages. */
    public String label() {
      return label;
    }

    /** Number of servers in this group, as part of a sentence. */
    public String count(int servers) {
      return this == LOOK
          ? servers + (servers == 1 ? " needs attention" : " need attention")
          : servers + " " + label;
    }
  }

  @Override
  public String toString() {
    return word();
  }

  public Group group() {
    return group;
  }

  /** Remedy to use where no more exact one is known. */
  public String remedy() {
    return remedy;
  }
}

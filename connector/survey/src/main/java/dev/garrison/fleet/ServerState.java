package dev.garrison.fleet;

import dev.garrison.diagnostic.Worded;
import dev.garrison.language.Text;

/** Status of one server, with the action that brings it to the next one. */
public enum ServerState implements Worded {
  /** The sensor reports to the manifest's tenant. */
  ONBOARDED(Group.DONE, "server-next.none"),
  OTHER_TENANT(Group.LOOK, "server-next.other-tenant"),
  SENSOR_STOPPED(Group.LOOK, "server-next.sensor-stopped"),
  /** The deployment succeeded, and the server is no longer onboarded. */
  LOST(Group.LOOK, "server-next.lost"),
  /** The sensor is onboarded, and the value that offboards it is there. */
  OFFBOARDING_PENDING(Group.LOOK, "server-next.offboarding-pending"),
  ANTIVIRUS_MODE(Group.LOOK, "server-next.antivirus-mode"),
  /** The server is onboarded, and its antivirus is known not to protect it. */
  ANTIVIRUS_DANGER(Group.LOOK, "server-next.antivirus-danger"),
  SETTINGS(Group.LOOK, "server-next.settings"),
  FAILED(Group.LOOK, "server-next.failed"),
  /** The site reports a value that this version does not know. */
  UNCLEAR(Group.LOOK, "server-next.unclear"),
  REBOOT_PENDING(Group.UNDER_WAY, "server-next.reboot-pending"),
  INSTALLING(Group.UNDER_WAY, "server-next.wait"),
  WAITING_FOR_CONTENT(Group.UNDER_WAY, "server-next.content"),
  WAITING_FOR_WINDOW(Group.UNDER_WAY, "server-next.window"),
  WAITING(Group.UNDER_WAY, "server-next.wait"),
  /** The sensor is not onboarded, and the value that onboards it is there. */
  ONBOARDING_PENDING(Group.UNDER_WAY, "server-next.onboarding-pending"),
  NOT_READY(Group.NOT_READY, "server-next.not-ready"),
  /** The server is targeted by a deployment that its client may not have heard of yet. */
  AWAITING_POLICY(Group.SILENT, "server-next.awaiting-policy"),
  /** The server is targeted and has reported nothing. */
  SILENT(Group.SILENT, "server-next.silent"),
  NOT_TARGETED(Group.UNTARGETED, "server-next.not-targeted"),
  /** Only the sensor of the Microsoft Monitoring Agent reports, and no deployment replaces it. */
  LEGACY_SENSOR(Group.UNTARGETED, "server-next.legacy-sensor"),
  NO_INVENTORY(Group.UNREACHABLE, "server-next.no-inventory"),
  INACTIVE(Group.UNREACHABLE, "server-next.inactive"),
  NO_CLIENT(Group.UNREACHABLE, "server-next.no-client"),
  OBSOLETE(Group.EXCLUDED, "server-next.obsolete"),
  /** The manifest's exceptions exclude the server. */
  EXEMPT(Group.EXCLUDED, "server-next.exempt");

  private final Group group;
  private final String next;

  ServerState(Group group, String next) {
    this.group = group;
    this.next = next;
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

    /** Name in the history, in the style sheet, and in addresses of pages. */
    public String label() {
      return label;
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
    return Text.of(next).toString();
  }
}

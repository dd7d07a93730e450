package dev.garrison.catalog.group;

/** Action of an approval, by the numbers of deployment actions in WSUS. */
public enum ApprovalAction {
  INSTALL,
  UNINSTALL,
  /** Created by the server: computers report whether they need the update. Approves nothing. */
  DETECT,
  /** Blocks an approval of a group above. */
  BLOCK,
  /** Created by the server. */
  EVALUATE,
  /** Created by the server, for parts of an approved bundle. */
  BUNDLE,
  /** An action that Garrison does not know. */
  UNKNOWN;

  /** The action with this number. */
  public static ApprovalAction ofNumber(int number) {
    ApprovalAction[] actions = values();
    return number >= 0 && number < actions.length ? actions[number] : UNKNOWN;
  }

  /** Whether the server creates such approvals automatically. */
  boolean isMadeByServer() {
    return this == DETECT || this == EVALUATE || this == BUNDLE;
  }
}

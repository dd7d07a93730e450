package dev.garrison.catalog.group;

/** What an approval asks of computers, by the numbers of deployment actions in WSUS. */
public enum ApprovalAction {
  INSTALL,
  UNINSTALL,
  /** The server's own: computers report whether they need the update. Approves nothing. */
  DETECT,
  /** Against an approval of a group above. */
  BLOCK,
  /** The server's own. */
  EVALUATE,
  /** The server's own, for parts of an approved bundle. */
  BUNDLE,
  /** An action that Garrison does not know. */
  UNKNOWN;

  /** The action with this number. */
  public static ApprovalAction ofNumber(int number) {
    ApprovalAction[] actions = values();
    return number >= 0 && number < actions.length ? actions[number] : UNKNOWN;
  }

  /** Whether the server makes such approvals by itself. */
  boolean isMadeByServer() {
    return this == DETECT || this == EVALUATE || this == BUNDLE;
  }
}

package dev.garrison.probe.site;

/**
 * Permission that a security role may grant, with its bit. See <a
 * href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/servers/configure/sms_aroleoperation-server-wmi-class">SMS_ARoleOperation</a>.
 * The meaning of a bit depends on the kind of object; only meanings that are valid for Garrison's
 * use are listed here.
 */
enum Permission {
  READ(0, "Read"),
  MODIFY(1, "Modify"),
  DELETE(2, "Delete"),
  COPY(3, "Copy to Distribution Point"),
  SET_SECURITY_SCOPE(4, "Set Security Scope"),
  CREATE(10, "Create"),
  READ_RESOURCE(12, "Read Resource"),
  MANAGE_FOLDER_ITEM(13, "Manage Folder Item"),
  DEPLOY_CLIENT_SETTINGS(16, "Deploy Client Settings"),
  MANAGE_FOLDER(17, "Manage Folder"),
  DEPLOY_APPLICATIONS(20, "Deploy Applications"),
  DEPLOY_CONFIGURATION_ITEMS(22, "Deploy Configuration Items");

  private final int bit;
  private final String consoleName;

  Permission(int bit, String consoleName) {
    this.bit = bit;
    this.consoleName = consoleName;
  }

  String consoleName() {
    return consoleName;
  }

  boolean isIn(long granted) {
    return (granted >> bit & 1) == 1;
  }
}

package dev.garrison.probe.site;

import dev.garrison.language.Text;

/**
 * Permission that a security role may grant, with its bit. See <a
 * href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/servers/configure/sms_aroleoperation-server-wmi-class">SMS_ARoleOperation</a>.
 * The meaning of a bit depends on the kind of object; only meanings that are valid for Garrison's
 * use are listed here.
 */
enum Permission {
  READ(0, "permission.read"),
  MODIFY(1, "permission.modify"),
  DELETE(2, "permission.delete"),
  COPY(3, "permission.copy-to-distribution-point"),
  SET_SECURITY_SCOPE(4, "permission.set-security-scope"),
  CREATE(10, "permission.create"),
  READ_RESOURCE(12, "permission.read-resource"),
  MANAGE_FOLDER_ITEM(13, "permission.manage-folder-item"),
  DEPLOY_CLIENT_SETTINGS(16, "permission.deploy-client-settings"),
  MANAGE_FOLDER(17, "permission.manage-folder"),
  DEPLOY_APPLICATIONS(20, "permission.deploy-applications"),
  DEPLOY_CONFIGURATION_ITEMS(22, "permission.deploy-configuration-items");

  private final int bit;
  private final String key;

  Permission(int bit, String key) {
    this.bit = bit;
    this.key = key;
  }

  /** Name in the console. */
  Text consoleName() {
    return Text.of(key);
  }

  boolean isIn(long granted) {
    return (granted >> bit & 1) == 1;
  }
}

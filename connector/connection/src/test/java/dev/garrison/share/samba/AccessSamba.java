package dev.garrison.share.samba;

import dev.garrison.lab.smb.SambaSettings;

/** A Samba that keeps Windows access lists, whoever runs it. */
public final class AccessSamba {
  private AccessSamba() {}

  /** As {@link Samba#settings}, with access lists in an attribute that needs no root. */
  public static SambaSettings settings() {
    return Samba.settings()
        .withShare("vfs objects = acl_xattr")
        .withShare("acl_xattr:ignore system acls = yes")
        .withShare("acl_xattr:security_acl_name = user.NTACL");
  }
}

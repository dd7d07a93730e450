package dev.garrison.share.access;

import dev.garrison.files.acl.AccessList;
import dev.garrison.share.SharePath;

/** A share whose access lists can also be set. */
public interface AccessControlled extends AccessListed {
  /**
   * Sets the entries of a file or folder and reads them back. The owner stays. If this account
   * could then no longer write there, or the server stores other entries, the old list is restored
   * and the call fails.
   */
  void setAccessList(SharePath path, AccessList list);
}

package dev.garrison.share.access;

import dev.garrison.share.SharePath;

/** A share whose access lists can be read and set; failures as those of the share. */
public interface AccessControlled {
  /** Who may do what with a file or folder. */
  AccessList accessList(SharePath path);

  /**
   * Sets the entries of a file or folder and reads them back. The owner stays. When this account
   * could then no longer change what lies there, or the server keeps something else, the old list
   * is put back and it fails.
   */
  void setAccessList(SharePath path, AccessList list);
}

package dev.garrison.share.access;

import dev.garrison.files.acl.AccessList;
import dev.garrison.share.SharePath;

/** A share whose access lists can be read. It fails as the share does. */
@FunctionalInterface
public interface AccessListed {
  /** The access list of a file or folder. */
  AccessList accessList(SharePath path);
}

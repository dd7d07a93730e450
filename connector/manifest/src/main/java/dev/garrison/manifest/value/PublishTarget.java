package dev.garrison.manifest.value;

import java.nio.file.Path;

/**
 * Place to which Garrison writes content.
 *
 * <p>The site server may read the same place under another name.
 */
public sealed interface PublishTarget {
  /** Folder that this computer can write to; a relative path has been resolved. */
  record Folder(Path path) implements PublishTarget {
    @Override
    public String toString() {
      return "folder:" + path;
    }
  }

  /**
   * Folder on an SMB share.
   *
   * @param folder below the share, with {@code /} between its parts; empty for the share itself
   */
  record SmbShare(String host, String share, String folder) implements PublishTarget {
    public SmbShare {
      if (host.isEmpty() || share.isEmpty()) {
        throw new IllegalArgumentException("an SMB address needs a host and a share");
      }
    }

    @Override
    public String toString() {
      return "smb://" + host + "/" + share + (folder.isEmpty() ? "" : "/" + folder);
    }
  }
}

package dev.garrison.share;

import dev.garrison.digest.Sha256;

/**
 * A file in a folder of the share, wanted or present.
 *
 * @param name one name, without separators
 * @param size in bytes
 * @param sha256 digest of its bytes
 */
public record ContentFile(String name, long size, Sha256 sha256) {
  public ContentFile {
    SharePath.ROOT.child(name);
    if (size < 0) {
      throw new IllegalArgumentException("a file has no negative size: " + size);
    }
  }
}

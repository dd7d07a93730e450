package dev.garrison.content.transfer;

import dev.garrison.content.share.ContentFile;
import dev.garrison.content.share.ContentShareException;
import dev.garrison.content.share.ContentShareException.Kind;
import dev.garrison.content.share.FileSource;
import dev.garrison.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * The bytes of a source while they pass by: in the end they must be the ones that were inspected.
 */
final class ProvenSource implements AutoCloseable {
  private final ContentFile file;
  private final InputStream stream;
  private final MessageDigest digest = Sha256.algorithm();
  private long passed;

  private ProvenSource(ContentFile file, InputStream stream) {
    this.file = file;
    this.stream = stream;
  }

  static ProvenSource open(FileSource source) {
    try {
      return new ProvenSource(source.file(), source.bytes().open());
    } catch (IOException e) {
      throw unreadable(source.file(), e);
    }
  }

  /** How many bytes there are to be. */
  long size() {
    return file.size();
  }

  /** Fills the buffer as far as bytes remain; 0 at the end. */
  int fill(byte[] buffer) {
    try {
      int filled = stream.readNBytes(buffer, 0, buffer.length);
      digest.update(buffer, 0, filled);
      passed += filled;
      if (passed > file.size()) {
        throw changed();
      }
      return filled;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** After the last byte: fails unless size and digest are the inspected ones. */
  void prove() {
    if (passed != file.size() || !Sha256.finish(digest).equals(file.sha256())) {
      throw changed();
    }
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private ContentShareException changed() {
    return new ContentShareException(
        Kind.SOURCE_UNREADABLE, "read", file.name(), "its bytes have changed since", null);
  }

  private static ContentShareException unreadable(ContentFile file, IOException cause) {
    return new ContentShareException(
        Kind.SOURCE_UNREADABLE, "read", file.name(), String.valueOf(cause.getMessage()), cause);
  }
}

package dev.garrison.share.transfer;

import dev.garrison.digest.Sha256;
import dev.garrison.language.Text;
import dev.garrison.share.ContentFile;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.FileSource;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the bytes of a source. They are not digested on the way: the bytes read back from the share
 * at the end must have the digest of the inspected file, and then these had it too.
 */
final class SourceBytes implements AutoCloseable {
  private final ContentFile file;
  private final InputStream stream;
  private long passed;

  private SourceBytes(ContentFile file, InputStream stream) {
    this.file = file;
    this.stream = stream;
  }

  static SourceBytes open(FileSource source) {
    try {
      return new SourceBytes(source.file(), source.bytes().open());
    } catch (IOException e) {
      throw unreadable(source.file(), e);
    }
  }

  /** The expected number of bytes. */
  long size() {
    return file.size();
  }

  /** Fills the buffer as far as bytes remain; returns 0 at the end. */
  int fill(byte[] buffer) {
    try {
      int filled = stream.readNBytes(buffer, 0, buffer.length);
      passed += filled;
      boolean ended = filled < buffer.length;
      if (passed > file.size() || (ended && passed < file.size())) {
        throw changed(file);
      }
      return filled;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Reads the source again; fails when its bytes differ from the inspected ones. */
  static void prove(FileSource source) {
    try (InputStream stream = source.bytes().open()) {
      if (!Sha256.of(stream).equals(source.file().sha256())) {
        throw changed(source.file());
      }
    } catch (IOException e) {
      throw unreadable(source.file(), e);
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

  private static ContentShareException changed(ContentFile file) {
    return new ContentShareException(
        Kind.SOURCE_UNREADABLE, "read", file.name(), Text.of("share.source-changed"), null);
  }

  private static ContentShareException unreadable(ContentFile file, IOException cause) {
    return new ContentShareException(
        Kind.SOURCE_UNREADABLE, "read", file.name(), String.valueOf(cause.getMessage()), cause);
  }
}

package dev.garrison.share;

import dev.garrison.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A file that exists only while it is read: large without memory or disk. */
public final class LargeFile extends InputStream {
  private final long size;
  private long position;

  private LargeFile(long size) {
    this.size = size;
  }

  public static FileSource of(String name, long size) {
    try (InputStream stream = new LargeFile(size)) {
      return new FileSource(
          new ContentFile(name, size, Sha256.of(stream)), () -> new LargeFile(size));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int read() {
    return position == size ? -1 : byteAt(position++) & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    int count = (int) Math.min(length, size - position);
    for (int i = 0; i < count; i++) {
      buffer[offset + i] = byteAt(position++);
    }
    return count == 0 && length > 0 ? -1 : count;
  }

  private static byte byteAt(long at) {
    return (byte) (at * 7 + (at >>> 16));
  }
}

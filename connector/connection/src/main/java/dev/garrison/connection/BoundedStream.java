package dev.garrison.connection;

import dev.garrison.language.Text;
import dev.garrison.language.TextFailure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stream that fails when more than a number of bytes arrive before the next {@link #restart}.
 * Readers with a buffer read ahead, so the limit is exact to the size of their buffer.
 */
public final class BoundedStream extends FilterInputStream {
  private final long most;
  private long left;

  public BoundedStream(InputStream source, long most) {
    super(source);
    this.most = most;
    this.left = most;
  }

  /** Restarts the count. */
  public void restart() {
    left = most;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      take(1);
    }
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    if (count > 0) {
      take(count);
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    take(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void take(long count) throws TooLong {
    left -= count;
    if (left < 0) {
      throw new TooLong(Text.of("stream.too-long", "size", String.valueOf(most / 1024)));
    }
  }

  /** Failure because more arrived than Garrison is ready to hold. */
  public static final class TooLong extends IOException implements TextFailure {
    private static final long serialVersionUID = 1L;

    private final transient Text words;

    private TooLong(Text words) {
      super(words.toString());
      this.words = words;
    }

    @Override
    public Text words() {
      return words;
    }
  }
}

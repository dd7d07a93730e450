package dev.garrison.share.jcifs;

import dev.garrison.share.transfer.BlockFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import jcifs.SmbConstants;
import jcifs.SmbRandomAccess;
import jcifs.smb.SmbFile;
import org.jspecify.annotations.Nullable;

/**
 * A file in blocks, over jcifs-ng. Each lane has its own handle, opened when first used, because
 * jcifs-ng sends one request at a time for each handle.
 */
final class SmbBlocks implements BlockFile {
  private static final int MOST_HANDLES = 8;

  /** The same file, reached through the connection of this lane. */
  @FunctionalInterface
  interface Place {
    SmbFile through(int lane) throws IOException;
  }

  /** An open handle. */
  private interface Lane {
    int read(long at, byte[] block) throws IOException;

    void write(long at, ByteBuffer bytes) throws IOException;

    void truncate(long size) throws IOException;
  }

  private final Place place;
  private final boolean writing;
  private final OpenHandles open = new OpenHandles();
  private final @Nullable Lane[] lanes = new @Nullable Lane[MOST_HANDLES];
  private final long size;

  private SmbBlocks(Place place, boolean writing) throws IOException {
    this.place = place;
    this.writing = writing;
    try {
      SmbFile first = place.through(0);
      open.add(first::close);
      if (writing) {
        lanes[0] = opened(first);
      }
      size = first.length();
    } catch (IOException e) {
      try (open) {
        throw e;
      }
    }
  }

  static SmbBlocks toRead(Place place) throws IOException {
    return new SmbBlocks(place, false);
  }

  static SmbBlocks toWrite(Place place) throws IOException {
    return new SmbBlocks(place, true);
  }

  @Override
  public int lanes() {
    return MOST_HANDLES;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int read(int lane, long at, byte[] block) throws IOException {
    return lane(lane).read(at, block);
  }

  @Override
  public void write(int lane, long at, ByteBuffer bytes) throws IOException {
    lane(lane).write(at, bytes);
  }

  @Override
  public void truncate(long size) throws IOException {
    lane(0).truncate(size);
  }

  private Lane lane(int number) throws IOException {
    Lane known = lanes[number];
    if (known != null) {
      return known;
    }
    SmbFile file = place.through(number);
    synchronized (open) {
      open.add(file::close);
    }
    Lane fresh = opened(file);
    lanes[number] = fresh;
    return fresh;
  }

  private Lane opened(SmbFile file) throws IOException {
    if (writing) {
      SmbRandomAccess handle =
          file.openRandomAccess("rw", SmbConstants.FILE_SHARE_READ | SmbConstants.FILE_SHARE_WRITE);
      synchronized (open) {
        open.add(handle::close);
      }
      return new WritingLane(handle);
    }
    InputStream stream = file.openInputStream();
    synchronized (open) {
      open.add(stream::close);
    }
    return new ReadingLane(stream);
  }

  /** Does nothing, because jcifs-ng has no FLUSH request. */
  @Override
  public void flush() {}

  @Override
  public void close() throws IOException {
    open.close();
  }

  private record WritingLane(SmbRandomAccess handle) implements Lane {
    @Override
    public int read(long at, byte[] block) throws IOException {
      handle.seek(at);
      int filled = 0;
      while (filled < block.length) {
        int read = handle.read(block, filled, block.length - filled);
        if (read <= 0) {
          break;
        }
        filled += read;
      }
      return filled;
    }

    @Override
    public void write(long at, ByteBuffer bytes) throws IOException {
      handle.seek(at);
      handle.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    @Override
    public void truncate(long size) throws IOException {
      handle.setLength(size);
    }
  }

  /**
   * A handle for reading. It is a stream, because a random access would create a missing file, even
   * for reading.
   */
  private static final class ReadingLane implements Lane {
    private final InputStream stream;
    private long position;

    private ReadingLane(InputStream stream) {
      this.stream = stream;
    }

    /** Reads a block. Skipping moves the offset of the next read; no bytes are fetched. */
    @Override
    public int read(long at, byte[] block) throws IOException {
      stream.skipNBytes(at - position);
      int filled = stream.readNBytes(block, 0, block.length);
      position = at + filled;
      return filled;
    }

    @Override
    public void write(long at, ByteBuffer bytes) {
      throw toRead();
    }

    @Override
    public void truncate(long size) {
      throw toRead();
    }

    private static IllegalStateException toRead() {
      return new IllegalStateException("this file was opened to be read");
    }
  }
}

package dev.garrison.share.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * An open file on a share, read and written in blocks at any place. Each lane carries one block at
 * a time; several lanes may be used at once, each by a thread of its own, from the first on.
 */
public interface BlockFile extends Closeable {
  /** How many blocks may be on their way at once. */
  int lanes();

  /** How long the file was when it was opened, in bytes. */
  long size();

  /**
   * Reads until the block is full or the file ends.
   *
   * @return how many bytes
   */
  int read(int lane, long at, byte[] block) throws IOException;

  /** Writes what remains in the buffer, which has an array. */
  void write(int lane, long at, ByteBuffer bytes) throws IOException;

  /** Cuts off what lies behind. */
  void truncate(long size) throws IOException;

  /** Makes what was written last, as far as the protocol allows. */
  void flush() throws IOException;
}

package dev.garrison.share.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * An open file on a share, read and written in blocks at any position. Each lane carries one block
 * at a time. Several lanes may be used at once, each by its own thread, beginning with the first.
 */
public interface BlockFile extends Closeable {
  /** Most blocks under way at once. */
  int lanes();

  /** Size of the file in bytes when it was opened. */
  long size();

  /**
   * Reads until the block is full or the file ends.
   *
   * @return number of bytes
   */
  int read(int lane, long at, byte[] block) throws IOException;

  /** Writes the rest of the buffer, which has an array. */
  void write(int lane, long at, ByteBuffer bytes) throws IOException;

  /** Cuts the file off at this size. */
  void truncate(long size) throws IOException;

  /** Makes the last writes durable, as far as the protocol allows. */
  void flush() throws IOException;
}

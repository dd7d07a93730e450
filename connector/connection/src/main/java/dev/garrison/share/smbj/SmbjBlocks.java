package dev.garrison.share.smbj;

import com.hierynomus.protocol.commons.buffer.Buffer;
import com.hierynomus.smbj.common.SMBRuntimeException;
import com.hierynomus.smbj.io.ByteChunkProvider;
import com.hierynomus.smbj.share.File;
import dev.garrison.share.transfer.BlockFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A file in blocks, over smbj; one connection carries several requests at once. smbj's own
 * asynchronous write is not used, because it does not report why the server refused it.
 */
final class SmbjBlocks implements BlockFile {
  /**
   * Number of blocks under way. Three mebibytes fill a line of 300 MiB/s with 10 ms delay, and fit
   * in a small heap.
   */
  private static final int WINDOW = 12;

  private final File file;
  private final long size;

  private SmbjBlocks(File file, long size) {
    this.file = file;
    this.size = size;
  }

  static SmbjBlocks of(File file) {
    try {
      return new SmbjBlocks(
          file, file.getFileInformation().getStandardInformation().getEndOfFile());
    } catch (SMBRuntimeException e) {
      try (file) {
        throw e;
      }
    }
  }

  @Override
  public int lanes() {
    return WINDOW;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int read(int lane, long at, byte[] block) throws IOException {
    int there = Math.clamp(size - at, 0, block.length);
    try {
      int filled = 0;
      while (filled < there) {
        int read = file.read(block, at + filled, filled, there - filled);
        if (read <= 0) {
          break;
        }
        filled += read;
      }
      return filled;
    } catch (SMBRuntimeException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void write(int lane, long at, ByteBuffer bytes) throws IOException {
    try {
      int length = bytes.remaining();
      if (file.write(new OneBlock(bytes, at)) != length) {
        throw new EOFException("the server took fewer bytes than it was sent");
      }
    } catch (SMBRuntimeException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void truncate(long size) {
    file.setLength(size);
  }

  @Override
  public void flush() {
    file.flush();
  }

  @Override
  public void close() {
    file.close();
  }

  /** The bytes of one write, which smbj's own provider copies twice. */
  private static final class OneBlock extends ByteChunkProvider {
    private final ByteBuffer bytes;

    private OneBlock(ByteBuffer bytes, long at) {
      this.bytes = bytes;
      this.offset = at;
    }

    @Override
    public void writeChunks(Buffer<?> request, int credits) {
      int length = Math.min(bytes.remaining(), credits * CHUNK_SIZE);
      request.putRawBytes(bytes.array(), bytes.arrayOffset() + bytes.position(), length);
      bytes.position(bytes.position() + length);
      offset += length;
    }

    @Override
    protected int getChunk(byte[] chunk) {
      int length = Math.min(bytes.remaining(), chunk.length);
      bytes.get(chunk, 0, length);
      return length;
    }

    @Override
    public boolean isAvailable() {
      return bytes.hasRemaining();
    }

    @Override
    public int bytesLeft() {
      return bytes.remaining();
    }

    /** Does nothing, because the bytes are present. */
    @Override
    public void prepareWrite(int most) {}
  }
}

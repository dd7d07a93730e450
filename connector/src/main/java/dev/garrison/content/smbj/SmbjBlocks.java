package dev.garrison.content.smbj;

import com.hierynomus.smbj.common.SMBRuntimeException;
import com.hierynomus.smbj.share.File;
import dev.garrison.content.transfer.BlockFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A file in blocks; one connection carries several requests at once. smbj's own asynchronous write
 * is not used, because it does not tell why the server refused it.
 */
final class SmbjBlocks implements BlockFile {
  private static final int WINDOW = 6;

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
    try {
      int filled = 0;
      while (filled < block.length) {
        int read = file.read(block, at + filled, filled, block.length - filled);
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
      if (file.write(bytes.array(), at, bytes.arrayOffset() + bytes.position(), length) != length) {
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
}

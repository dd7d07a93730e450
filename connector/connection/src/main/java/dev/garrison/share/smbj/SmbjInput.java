package dev.garrison.share.smbj;

import com.hierynomus.smbj.common.SMBRuntimeException;
import com.hierynomus.smbj.share.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The bytes of a file. Failures are plain IOExceptions; closing it closes the file. */
final class SmbjInput extends InputStream {
  private final File file;
  private long position;

  SmbjInput(File file) {
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    if (length == 0) {
      return 0;
    }
    try {
      int read = file.read(buffer, position, offset, length);
      if (read <= 0) {
        return -1;
      }
      position += read;
      return read;
    } catch (SMBRuntimeException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
    } catch (SMBRuntimeException e) {
      throw new IOException(e);
    }
  }
}

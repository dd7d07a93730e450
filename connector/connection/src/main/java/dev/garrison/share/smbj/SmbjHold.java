package dev.garrison.share.smbj;

import com.hierynomus.mssmb2.SMBApiException;
import com.hierynomus.smbj.common.SMBRuntimeException;
import com.hierynomus.smbj.connection.Connection;
import com.hierynomus.smbj.share.File;
import dev.garrison.share.ContentShare;
import dev.garrison.share.transfer.Attempts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A file opened so that others may read it, but not open it for writing. */
final class SmbjHold implements ContentShare.Hold {
  /** Opens the file in that way. */
  @FunctionalInterface
  interface Opening {
    File open() throws IOException;
  }

  private final Opening opening;
  private final byte[] holder;
  private final String described;
  private final SmbjConnection connection;
  private final Attempts attempts;
  private File file;
  private boolean released;

  private SmbjHold(
      Opening opening,
      String holder,
      String described,
      SmbjConnection connection,
      Attempts attempts)
      throws IOException {
    this.opening = opening;
    this.holder = holder.getBytes(StandardCharsets.UTF_8);
    this.described = described;
    this.connection = connection;
    this.attempts = attempts;
    this.file = opened();
  }

  static SmbjHold take(
      Opening opening,
      String holder,
      String described,
      SmbjConnection connection,
      Attempts attempts)
      throws IOException {
    return new SmbjHold(opening, holder, described, connection, attempts);
  }

  private File opened() throws IOException {
    File open = opening.open();
    try {
      write(open);
      return open;
    } catch (SMBRuntimeException e) {
      try (open) {
        throw e;
      }
    }
  }

  /** Writes the holder's name, in place of the old content. */
  private void write(File open) {
    open.write(holder, 0, 0, holder.length);
    open.setLength(holder.length);
  }

  @Override
  public synchronized void renew() {
    attempts.once("hold", described, this::renewed);
  }

  /**
   * Renews the hold. Without its connection the server has released the file, so it is opened
   * again, unless another process has opened it.
   */
  private void renewed() throws IOException {
    try {
      write(file);
    } catch (SMBRuntimeException e) {
      if (e instanceof SMBApiException && through(file).isConnected()) {
        throw e;
      }
      connection.dropped(through(file));
      file = opened();
    }
  }

  @Override
  public synchronized void close() {
    if (!released) {
      released = true;
      if (through(file).isConnected()) {
        attempts.once("release", described, file::close);
      }
    }
  }

  private static Connection through(File file) {
    return file.getDiskShare().getTreeConnect().getSession().getConnection();
  }
}

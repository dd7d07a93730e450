package dev.garrison.share.jcifs;

import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.transfer.Attempts;
import java.io.IOException;
import jcifs.SmbRandomAccess;

/**
 * A file opened so that others may read it, but not open it for writing. After a lost connection,
 * jcifs-ng opens it again in the same way when it reconnects.
 */
final class SmbHold implements ContentShare.Hold {
  private final OpenHandles open;
  private final SmbRandomAccess handle;
  private final byte[] holder;
  private final String described;
  private final Attempts attempts;

  SmbHold(
      OpenHandles open,
      SmbRandomAccess handle,
      byte[] holder,
      String described,
      Attempts attempts) {
    this.open = open;
    this.handle = handle;
    this.holder = holder;
    this.described = described;
    this.attempts = attempts;
  }

  /**
   * Writes to the file, because a broken connection is detected only by use; the next use
   * reconnects.
   */
  @Override
  public void renew() {
    try {
      attempts.once("hold", described, this::write);
    } catch (ContentShareException e) {
      // That the connection is gone may only show in the middle of a request; the next one makes
      // a new one.
      if (e.kind() != Kind.GONE) {
        throw e;
      }
      attempts.once("hold", described, this::write);
    }
  }

  /** Writes the holder's name, in place of the old content. */
  void write() throws IOException {
    handle.seek(0);
    handle.write(holder);
    handle.setLength(holder.length);
  }

  @Override
  public void close() {
    attempts.once("release", described, open::close);
  }
}

package dev.garrison.content.smb;

import dev.garrison.content.share.ContentShare;
import dev.garrison.content.share.ContentShareException;
import dev.garrison.content.share.ContentShareException.Kind;
import java.io.IOException;
import jcifs.SmbRandomAccess;

/**
 * A file opened so that others may read it, but not open it for writing. jcifs-ng opens it again,
 * in the same way, when the connection was lost and comes back.
 */
final class SmbHold implements ContentShare.Hold {
  private final OpenHandles open;
  private final SmbRandomAccess handle;
  private final byte[] holder;
  private final String described;
  private final SmbFailures failures;

  SmbHold(
      OpenHandles open,
      SmbRandomAccess handle,
      byte[] holder,
      String described,
      SmbFailures failures) {
    this.open = open;
    this.handle = handle;
    this.holder = holder;
    this.described = described;
    this.failures = failures;
  }

  /** A broken connection shows only by using it; the next use makes a new one. */
  @Override
  public void renew() {
    try {
      failures.during("hold", described, this::write);
    } catch (ContentShareException e) {
      // That the connection is gone may only show in the middle of a request; the next one makes
      // a new one.
      if (e.kind() != Kind.GONE) {
        throw e;
      }
      failures.during("hold", described, this::write);
    }
  }

  /** Says who holds it, in place of what was there. */
  String write() throws IOException {
    handle.seek(0);
    handle.write(holder);
    handle.setLength(holder.length);
    return described;
  }

  @Override
  public void close() {
    failures.during("release", described, this::release);
  }

  private String release() throws IOException {
    open.close();
    return described;
  }
}

package dev.garrison.content.smb;

import dev.garrison.content.share.ContentShare;
import java.io.IOException;

/** A file opened so that others may read it, but not open it for writing. */
final class SmbHold implements ContentShare.Hold {
  private final OpenHandles open;
  private final String described;
  private final SmbFailures failures;

  SmbHold(OpenHandles open, String described, SmbFailures failures) {
    this.open = open;
    this.described = described;
    this.failures = failures;
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

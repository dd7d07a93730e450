package dev.garrison.wiring;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.session.Lease;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.SharePath;
import java.util.Locale;

/** Lease of one site: a file kept open on the content share, where every writer checks for it. */
final class ShareLease implements Lease {
  private final ContentShare share;
  private final SharePath file;

  ShareLease(ContentShare share, String siteCode) {
    this.share = share;
    this.file = SharePath.of(".garrison-lease-" + siteCode.toUpperCase(Locale.ROOT));
  }

  @Override
  public Held take(String holder) {
    try {
      return new Taken(share.hold(file, holder));
    } catch (ContentShareException failure) {
      if (failure.kind() != ContentShareException.Kind.HELD) {
        throw new RefusalException(failure.diagnostic(), failure);
      }
      throw new RefusalException(
          Diagnostic.error(WiringCode.LEASE_HELD, Message.of("lease.held", "reason", failure)),
          failure);
    }
  }

  private record Taken(ContentShare.Hold hold) implements Held {
    @Override
    public void renew() {
      try {
        hold.renew();
      } catch (ContentShareException failure) {
        throw new RefusalException(
            Diagnostic.error(WiringCode.LEASE_LOST, Message.of("lease.lost", "reason", failure)),
            failure);
      }
    }

    @Override
    public void close() {
      hold.close();
    }
  }
}

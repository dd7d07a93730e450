package dev.garrison.wiring;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
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
          Diagnostic.error(
              WiringCode.LEASE_HELD,
              "Another Garrison is writing to this site: " + failure.getMessage() + ".",
              "Only one writes at a time. Wait until it is done; the lease is free as soon as its holder ends."),
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
            Diagnostic.error(
                WiringCode.LEASE_LOST,
                "The lease on this site was lost: " + failure.getMessage() + ".",
                "Nothing more was written. When the share is back and nobody else writes, run the same command again: it reads first and goes on."),
            failure);
      }
    }

    @Override
    public void close() {
      hold.close();
    }
  }
}

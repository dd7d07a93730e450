package dev.garrison.wiring;

import dev.garrison.content.share.ContentShare;
import dev.garrison.content.share.ContentShareException;
import dev.garrison.content.share.SharePath;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.session.Lease;
import java.util.Locale;

/**
 * The lease of one site as a file kept open on the content share, where every writer of that site
 * looks.
 */
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
      ContentShare.Hold hold = share.hold(file, holder);
      return hold::close;
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
}

package dev.garrison.share.smbj;

import dev.garrison.share.ContentShare;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.samba.SambaCutContract;
import java.util.stream.IntStream;

/** smbj, cut at every place. */
final class SmbjCutIT extends SambaCutContract {
  @Override
  protected ContentShare connect(ShareAddress.Smb address, ShareAccount account) {
    return new SmbjShare(address, account);
  }

  @Override
  protected IntStream cuts() {
    return IntStream.rangeClosed(1, STEPS);
  }
}

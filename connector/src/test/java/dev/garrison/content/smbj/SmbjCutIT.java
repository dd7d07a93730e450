package dev.garrison.content.smbj;

import dev.garrison.content.samba.SambaCutContract;
import dev.garrison.content.share.ContentShare;
import dev.garrison.content.share.ShareAccount;
import dev.garrison.content.share.ShareAddress;
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

package dev.garrison.share.jcifs;

import dev.garrison.lab.smb.SambaSettings;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.samba.Samba;
import dev.garrison.share.samba.SambaShareContract;
import org.junit.jupiter.api.Tag;

/** jcifs-ng with a server that demands signing. */
@Tag("first")
final class SmbShareIT extends SambaShareContract {
  @Override
  protected SambaSettings settings() {
    return Samba.settings();
  }

  @Override
  protected ContentShare connect(ShareAddress.Smb address, ShareAccount account) {
    return new SmbShare(address, account, () -> false);
  }
}

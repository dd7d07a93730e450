package dev.garrison.content.smb;

import dev.garrison.content.samba.Samba;
import dev.garrison.content.samba.SambaShareContract;
import dev.garrison.content.share.ContentShare;
import dev.garrison.content.share.ShareAccount;
import dev.garrison.content.share.ShareAddress;
import dev.garrison.lab.smb.SambaSettings;

/** jcifs-ng with a server that demands signing. */
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

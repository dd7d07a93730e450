package dev.garrison.content.smbj;

import dev.garrison.content.samba.Samba;
import dev.garrison.content.samba.SambaShareContract;
import dev.garrison.content.share.ContentShare;
import dev.garrison.content.share.ShareAccount;
import dev.garrison.content.share.ShareAddress;
import dev.garrison.lab.smb.SambaSettings;

/** smbj with a server that demands encryption. */
final class EncryptedSmbjShareIT extends SambaShareContract {
  @Override
  protected SambaSettings settings() {
    return Samba.settings().withGlobal("smb encrypt = required");
  }

  @Override
  protected ContentShare connect(ShareAddress.Smb address, ShareAccount account) {
    return new SmbjShare(address, account);
  }
}

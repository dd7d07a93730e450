package dev.garrison.share.smbj;

import dev.garrison.lab.smb.SambaSettings;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.samba.Samba;
import dev.garrison.share.samba.SambaShareContract;
import org.junit.jupiter.api.Tag;

/** smbj with a server that demands encryption. */
@Tag("first")
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

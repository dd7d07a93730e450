package dev.garrison.share.smbj;

import dev.garrison.lab.smb.SambaSettings;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.samba.Samba;
import dev.garrison.share.samba.SambaFaultContract;
import java.time.Duration;

/** smbj with a server that demands encryption. */
final class EncryptedSmbjFaultIT extends SambaFaultContract {
  @Override
  protected SambaSettings settings() {
    return Samba.settings().withGlobal("smb encrypt = required");
  }

  @Override
  protected ContentShare connect(ShareAddress.Smb address, ShareAccount account) {
    return new SmbjShare(address, account, Duration.ofSeconds(3));
  }

  @Override
  protected Kind afterAnAlteredReply() {
    return Kind.ALTERED;
  }
}

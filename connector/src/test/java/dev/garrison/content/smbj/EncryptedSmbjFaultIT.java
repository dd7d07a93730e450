package dev.garrison.content.smbj;

import dev.garrison.content.samba.Samba;
import dev.garrison.content.samba.SambaFaultContract;
import dev.garrison.content.share.ContentShare;
import dev.garrison.content.share.ContentShareException.Kind;
import dev.garrison.content.share.ShareAccount;
import dev.garrison.content.share.ShareAddress;
import dev.garrison.lab.smb.SambaSettings;
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

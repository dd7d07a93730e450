package dev.garrison.content.smbj;

import dev.garrison.content.samba.DomainSamba;
import dev.garrison.content.samba.SambaShareContract;
import dev.garrison.content.share.ContentShare;
import dev.garrison.content.share.ShareAccount;
import dev.garrison.content.share.ShareAddress;
import dev.garrison.lab.smb.SambaSettings;

/** smbj, signed in by Kerberos, with a server that demands encryption. */
final class EncryptedKerberosSmbjShareIT extends SambaShareContract {
  @Override
  protected SambaSettings settings() {
    return DomainSamba.settings().withGlobal("smb encrypt = required");
  }

  @Override
  protected ContentShare connect(ShareAddress.Smb address, ShareAccount local) {
    return new SmbjShare(DomainSamba.named(address), DomainSamba.account());
  }
}

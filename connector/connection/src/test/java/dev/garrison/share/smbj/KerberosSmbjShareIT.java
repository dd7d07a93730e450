package dev.garrison.share.smbj;

import dev.garrison.lab.smb.SambaSettings;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.samba.DomainSamba;
import dev.garrison.share.samba.SambaShareContract;

/** smbj, signed in by Kerberos, with a server that demands signing. */
final class KerberosSmbjShareIT extends SambaShareContract {
  @Override
  protected SambaSettings settings() {
    return DomainSamba.settings();
  }

  @Override
  protected ContentShare connect(ShareAddress.Smb address, ShareAccount local) {
    return new SmbjShare(DomainSamba.named(address), DomainSamba.account());
  }
}

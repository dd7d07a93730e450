package dev.garrison.content.smb;

import dev.garrison.content.samba.DomainSamba;
import dev.garrison.content.samba.SambaShareContract;
import dev.garrison.content.share.ContentShare;
import dev.garrison.content.share.ShareAccount;
import dev.garrison.content.share.ShareAddress;
import dev.garrison.lab.smb.SambaSettings;

/** jcifs-ng, signed in by Kerberos, with a server that demands signing. */
final class KerberosSmbShareIT extends SambaShareContract {
  @Override
  protected SambaSettings settings() {
    return DomainSamba.settings();
  }

  @Override
  protected ContentShare connect(ShareAddress.Smb address, ShareAccount local) {
    return new SmbShare(DomainSamba.named(address), DomainSamba.account(), () -> false);
  }
}

package dev.garrison.share.jcifs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.smb.SambaServer;
import dev.garrison.lab.smb.SambaSettings;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.samba.Samba;
import dev.garrison.share.samba.SambaFaultContract;
import org.junit.jupiter.api.Test;

/** jcifs-ng with a server that demands signing. */
final class SmbFaultIT extends SambaFaultContract {
  @Override
  protected SambaSettings settings() {
    return Samba.settings();
  }

  @Override
  protected ContentShare connect(ShareAddress.Smb address, ShareAccount account) {
    return new SmbShare(address, account, () -> false);
  }

  /** jcifs-ng 2.1.10 does not look at the signature of what it reads; the digest tells. */
  @Override
  protected Kind afterAnAlteredReply() {
    return Kind.DIGEST_DIFFERS;
  }

  @Test
  void aServerThatDemandsEncryptionIsSaidSo() throws Exception {
    try (SambaServer server = Samba.start(Samba.settings().withGlobal("smb encrypt = required"));
        ContentShare share =
            new SmbShare(Samba.address(server, server.port()), Samba.account(server), () -> true)) {
      assertThat(failure(() -> share.list(SharePath.ROOT)).diagnostic())
          .hasToString(
              "Garrison can't list \"smb://127.0.0.1:"
                  + server.port()
                  + "/stage\": the server requires encryption, which jcifs-ng doesn't support. Set \"content.smb\" to auto. [CONTENT_ENCRYPTION_DEMANDED GAR-0316]");
    }
  }
}

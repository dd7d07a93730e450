package dev.garrison.share.smbj;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.smb.SambaServer;
import dev.garrison.lab.smb.SambaSettings;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.FileSource;
import dev.garrison.share.LargeFile;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import dev.garrison.share.samba.FaultyProxy;
import dev.garrison.share.samba.Samba;
import dev.garrison.share.samba.SambaFaultContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** smbj with a server that demands signing and knows no encryption. */
final class SignedSmbjFaultIT extends SambaFaultContract {
  @Override
  protected SambaSettings settings() {
    return Samba.settings();
  }

  @Override
  protected ContentShare connect(ShareAddress.Smb address, ShareAccount account) {
    return new SmbjShare(address, account, Duration.ofSeconds(3));
  }

  @Override
  protected Kind afterAnAlteredReply() {
    return Kind.ALTERED;
  }

  @Test
  void anAlteredAnswerIsNamed() throws Exception {
    try (SambaServer server = Samba.start(settings());
        FaultyProxy proxy = new FaultyProxy(server.port());
        ContentShare share = connect(Samba.address(server, proxy.port()), Samba.account(server))) {
      SharePath file = SharePath.of("md4ws.msi");
      share.put(SharePath.ROOT, LargeFile.of("md4ws.msi", 1 << 20), TransferProgress.SILENT);
      proxy.alterOneReply();
      assertThat(failure(() -> share.digest(file)).diagnostic())
          .hasToString(
              "Garrison can't read \"%s\": a response was changed in transit (the signature of an answer does not fit). Find out what changes the data between this computer and the server: a WAN accelerator, a device that inspects SMB, or an attacker. No changed data was used. [CONTENT_ANSWER_ALTERED GAR-0322]"
                  .formatted(share.describe(file)));
    }
  }

  @Test
  void aLostConnectionIsMadeAgainWhereARequestMayBeRepeated() throws Exception {
    SharePath file = SharePath.of("install.ps1");
    try (SambaServer server = Samba.start(settings());
        FaultyProxy proxy = new FaultyProxy(server.port());
        ContentShare share = connect(Samba.address(server, proxy.port()), Samba.account(server))) {
      share.put(
          SharePath.ROOT, FileSource.of("install.ps1", new byte[] {1}), TransferProgress.SILENT);
      proxy.cut();
      assertThat(share.find(file)).isPresent();
      proxy.cut();
      assertThat(share.list(SharePath.ROOT)).hasSize(1);
      proxy.cut();
      share.rename(file, "renamed.ps1");
      proxy.cut();
      share.createFolder(SharePath.of("folder"));
      proxy.cut();
      share.delete(SharePath.of("renamed.ps1"));
      assertThat(share.list(SharePath.ROOT))
          .extracting(ContentShare.Entry::name)
          .containsExactly("folder");
    }
  }
}

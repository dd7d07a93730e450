package dev.garrison.share.samba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.lab.smb.SambaServer;
import dev.garrison.lab.smb.SambaSettings;
import dev.garrison.language.Text;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.FileSource;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import dev.garrison.share.jcifs.SmbShare;
import dev.garrison.share.smbj.SmbjShare;
import org.junit.jupiter.api.Test;

/** A server that leaves it to each share whether it is encrypted. */
final class ShareEncryptionIT {
  private static final FileSource FILE = FileSource.of("install.ps1", new byte[] {1, 2, 3});

  private static SambaSettings share(String encryption) {
    return Samba.settings()
        .withGlobal("smb encrypt = if_required")
        .withShare("smb encrypt = " + encryption);
  }

  private static SmbjShare smbj(SambaServer server) {
    return new SmbjShare(Samba.address(server, server.port()), Samba.account(server));
  }

  private static SmbShare jcifs(SambaServer server) {
    return new SmbShare(
        Samba.address(server, server.port()),
        Samba.account(server),
        () -> {
          try (SmbjShare other = smbj(server)) {
            return other.entersEncrypted();
          }
        });
  }

  @Test
  void aShareThatDemandsEncryptionIsServedEncryptedAndRefusesJcifs() throws Exception {
    try (SambaServer server = Samba.start(share("required"));
        SmbjShare smbj = smbj(server);
        SmbShare jcifs = jcifs(server)) {
      smbj.put(SharePath.ROOT, FILE, TransferProgress.SILENT);
      assertThat(smbj.protection().map(Text::toString)).contains("SMB 3.1.1, encrypted");
      assertThat(
              catchThrowableOfType(ContentShareException.class, () -> jcifs.list(SharePath.ROOT))
                  .diagnostic())
          .hasToString(
              "Garrison can't list \"smb://127.0.0.1:"
                  + server.port()
                  + "/stage\": the server requires encryption, which jcifs-ng doesn't support. Set \"content.smb\" to auto. [CONTENT_ENCRYPTION_DEMANDED GAR-0316]");
    }
  }

  @Test
  void aShareThatWishesForEncryptionTakesBoth() throws Exception {
    try (SambaServer server = Samba.start(share("desired"));
        SmbjShare smbj = smbj(server);
        SmbShare jcifs = jcifs(server)) {
      smbj.put(SharePath.ROOT, FILE, TransferProgress.SILENT);
      assertThat(smbj.protection().map(Text::toString)).contains("SMB 3.1.1, encrypted");
      assertThat(jcifs.digest(SharePath.of("install.ps1"))).isEqualTo(FILE.file().sha256());
    }
  }
}

package dev.garrison.share.samba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.content.version.ContentFolder;
import dev.garrison.content.version.VersionContent;
import dev.garrison.json.Json;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.lab.smb.SambaSettings;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.FileSource;
import dev.garrison.share.ShareAccount;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import dev.garrison.share.jcifs.SmbShare;
import dev.garrison.share.smbj.SmbjShare;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said when a server lets an account not in, or not do what it wants. */
final class RefusedShareIT {
  private static final VersionContent VERSION =
      new VersionContent("v1", "prod", List.of(FileSource.of("install.ps1", new byte[] {1})));

  /** An adapter, with what the server demands and how the library calls STATUS_LOGON_FAILURE. */
  enum Adapter {
    SMBJ_SIGNED("off", "STATUS_LOGON_FAILURE"),
    SMBJ_ENCRYPTED("required", "STATUS_LOGON_FAILURE"),
    JCIFS_NG("off", "Logon failure: unknown user name or bad password.");

    private final String encryption;
    private final String logonFailure;

    Adapter(String encryption, String logonFailure) {
      this.encryption = encryption;
      this.logonFailure = logonFailure;
    }

    private SambaSettings settings() {
      return Samba.settings().withGlobal("smb encrypt = " + encryption);
    }

    private ContentShare connect(SambaServer server, ShareAccount account) {
      var address = Samba.address(server, server.port());
      return switch (this) {
        case SMBJ_SIGNED, SMBJ_ENCRYPTED -> new SmbjShare(address, account);
        case JCIFS_NG -> new SmbShare(address, account, () -> false);
      };
    }
  }

  private static String refusal(Runnable action) {
    return catchThrowableOfType(ContentShareException.class, action::run).diagnostic().toString();
  }

  private static String denied(String doing, SambaServer server, String path) {
    return "Garrison can't %s \"smb://127.0.0.1:%d/stage%s\": access is denied. Allow the publishing account to change this folder, in the share permissions and in the file system. [CONTENT_ACCESS_DENIED GAR-0302]"
        .formatted(doing, server.port(), path);
  }

  @ParameterizedTest
  @EnumSource
  void aWrongPasswordIsSaidSo(Adapter adapter) throws Exception {
    try (SambaServer server = Samba.start(adapter.settings());
        ContentShare share =
            adapter.connect(server, new ShareAccount.Ntlm("", server.user(), "wrong"))) {
      assertThat(refusal(() -> share.list(SharePath.ROOT)))
          .isEqualTo(
              "Garrison can't list \"smb://127.0.0.1:%d/stage\": the server rejected the user name or password (%s). Check the credentials for the content share. A sign-in that the server maps to a guest account is rejected too. [CONTENT_LOGON_FAILED GAR-0306]"
                  .formatted(server.port(), adapter.logonFailure));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAccountThatMayNotEnterTheShareIsSaidSo(Adapter adapter) throws Exception {
    try (SambaServer server = Samba.start(adapter.settings().withShare("valid users = nobody"));
        ContentShare share = adapter.connect(server, Samba.account(server))) {
      assertThat(refusal(() -> share.list(SharePath.ROOT))).isEqualTo(denied("list", server, ""));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAccountThatMayOnlyReadTheFolderIsSaidSoAndLeavesNothingThere(Adapter adapter)
      throws Exception {
    try (SambaServer server = Samba.start(adapter.settings());
        ContentShare share = adapter.connect(server, Samba.account(server))) {
      Path closed = Files.createDirectory(server.folder().resolve("garrison"));
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
      ContentFolder folder = new ContentFolder(share, SharePath.of("garrison"), new Json(), "test");
      assertThat(refusal(() -> folder.publish(VERSION, TransferProgress.SILENT)))
          .isEqualTo(denied("lock", server, "/garrison/.garrison.lock"));
      assertThat(closed).isEmptyDirectory();
    }
  }
}

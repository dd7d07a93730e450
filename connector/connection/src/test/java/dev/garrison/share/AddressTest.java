package dev.garrison.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, paths and addresses as administrators write them. */
final class AddressTest {
  @Test
  void aUncPathIsReadInBothDirectionsOfSlash() {
    UncPath path = UncPath.parse("\\\\Files.Corp.Example\\Source$\\Garrison\\v1\\");
    assertThat(path).hasToString("\\\\files.corp.example\\Source$\\Garrison\\v1");
    assertThat(UncPath.parse("//files.corp.example/Source$/Garrison/v1")).isEqualTo(path);
    assertThat(path.join(SharePath.of("a/b")))
        .hasToString("\\\\files.corp.example\\Source$\\Garrison\\v1\\a\\b");
  }

  @ParameterizedTest
  @CsvSource({
    "\\\\files\\source, the host must be a fully qualified name",
    "\\\\10.0.0.1\\source, the host must be a fully qualified name",
    "\\\\files.corp.example, the share is missing",
    "C:\\source, the address must start with two backslashes and a host",
    "\\\\?\\UNC\\files.corp.example\\source, a device path isn't a share path"
  })
  void anAddressTheSiteServerCannotReadIsRefused(String text, String why) {
    assertThatThrownBy(() -> UncPath.parse(text))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("isn't an address that a site server can read from: " + why)
        .hasMessageEndingWith(
            "Write \"content.contentSource\" as \\\\host.domain\\share\\folder. [CONTENT_ADDRESS_INVALID"
                + " GAR-0320]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "folder:/srv/content",
        "smb://files.corp.example/source$",
        "smb://files:1445/stage/a/b c"
      })
  void anAddressIsPrintedAsItWasWritten(String text) {
    assertThat(ShareAddress.parse(text)).hasToString(text);
  }

  @Test
  void aPasswordInAnAddressIsRefusedAndNotRepeated() {
    assertThatThrownBy(() -> ShareAddress.parse("smb://anna:Secret1@files/stage"))
        .hasMessage(
            "\"smb://...\" isn't an address that Garrison can publish to: an address can't contain a user name or password. Write \"content.publishTo\" as folder:/path or smb://host/share/folder. [CONTENT_ADDRESS_INVALID GAR-0320]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"folder:relative", "smb://host", "http://host/share", "smb://host:99999/s", ""})
  void anAddressThatLeadsNowhereIsRefused(String text) {
    assertThatThrownBy(() -> ShareAddress.parse(text)).isInstanceOf(RefusalException.class);
  }

  @Test
  void namesThatWindowsCannotHoldAreRefused() {
    for (String name :
        List.of(
            "",
            ".",
            "..",
            "a/b",
            "a\\b",
            "a:b",
            "con",
            "NUL.txt",
            "Com1",
            "lpt9.log",
            "a.",
            "a ",
            "a*",
            "tab\t",
            "COM¹",
            "n".repeat(256))) {
      assertThatThrownBy(() -> SharePath.ROOT.child(name))
          .as(name)
          .isInstanceOf(RefusalException.class);
    }
    assertThatThrownBy(() -> SharePath.of("v1/aux.msi"))
        .hasMessage(
            "The name \"aux.msi\" can't be used on the content share: Windows reserves the name for a device. Use a name that every Windows version can open. [CONTENT_NAME_INVALID GAR-0321]");
  }

  @Test
  void namesThatOnlyLookReservedAreTaken() {
    assertThat(SharePath.of("console/com10/Grüße.txt/.garrison.json").names()).hasSize(4);
  }

  private static Optional<ShareAddress.Smb> onShare(String path) throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      return new ShareAddress.Folder(windows.getPath(path)).onShare();
    }
  }

  @Test
  void aUncPathOfWindowsNamesItsShare() throws IOException {
    assertThat(onShare("\\\\fs01\\mde$\\servers").map(ShareAddress.Smb::toString))
        .contains("smb://fs01/mde$/servers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C:\\mde", "\\\\FILE_SRV\\mde$"})
  void aFolderOnADriveOrOnAHostOfNetBiosNamesNoShare(String path) throws IOException {
    assertThat(onShare(path)).isEmpty();
  }

  @Test
  void aHostOfManyLabelsEndsInARefusal() {
    String host = "a.".repeat(50_000) + "b";
    assertThatThrownBy(() -> UncPath.parse("\\\\" + host + "\\share"))
        .isInstanceOf(RefusalException.class);
  }
}

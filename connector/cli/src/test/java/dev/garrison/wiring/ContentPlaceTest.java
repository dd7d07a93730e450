package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.connection.sspi.SecuritySupport;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.ContentSection;
import dev.garrison.manifest.ContentSection.SmbAdapter;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.secret.SecretStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a manifest must say before a share is connected to. */
final class ContentPlaceTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("repository.root"), "config", "examples", "minimal.yaml");
  private static final SecretStore NO_SECRETS =
      reference -> {
        throw new AssertionError(reference);
      };

  private static ContentSection content(String publishTo) throws IOException {
    String text =
        Files.readString(EXAMPLE).replace("publishTo: folder:/srv/mde", "publishTo: " + publishTo);
    return new ManifestReader()
        .read(
            "garrison.yaml",
            Path.of("/nowhere"),
            text.getBytes(StandardCharsets.UTF_8),
            LocalDate.EPOCH)
        .manifest()
        .content();
  }

  private static DomainIdentity identity() {
    return new DomainIdentity(NO_SECRETS, Map.of(), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n  authentication: kerberos"})
  void onWindowsAnSmbShareWithoutAnAccountIsLeftToWindows(String authentication)
      throws IOException {
    ContentSection content = content("smb://fs01.contoso.example/mde$/servers" + authentication);
    DomainIdentity windows =
        new DomainIdentity(
            NO_SECRETS,
            Map.of(),
            Optional.of(
                new SecuritySupport(() -> {
                  throw new AssertionError("nothing is signed in to");
                })));
    String message =
        "The content share is an SMB share, but the manifest has no account for it. Set \"content.publishTo\" to \\\\fs01.contoso.example\\mde$\\servers, so that Windows signs in as the user who runs Garrison, or set \"content.user\" and \"content.password\". [SHARE_ACCOUNT_MISSING GAR-0732]";
    assertThatThrownBy(() -> ContentPlace.open(content, NO_SECRETS, windows)).hasMessage(message);
    assertThatThrownBy(() -> ContentPlace.rights(content, NO_SECRETS, windows)).hasMessage(message);
  }

  @Test
  void aFolderHasNoAccessListsThatCouldBeSet() throws IOException {
    ContentSection content = content("folder:/srv/mde");
    assertThatThrownBy(() -> ContentPlace.rights(content, NO_SECRETS, identity()))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "Garrison can't read the permissions of \"folder:/srv/mde\": access lists aren't supported there. On an SMB share, set \"content.smb\" to auto, because jcifs-ng can't set access lists. Check the permissions of a local folder with the tools of this computer. [CONTENT_RIGHTS_UNSUPPORTED GAR-0318]");
  }

  @Test
  void jcifsHasNoAccessListsThatCouldBeSet() throws IOException {
    ContentSection read = content("smb://fs01.contoso.example/mde");
    ContentSection content =
        new ContentSection(
            read.publishTo(),
            read.contentSource(),
            read.signIn(),
            SmbAdapter.JCIFS_NG,
            read.keepVersions());
    assertThatThrownBy(() -> ContentPlace.rights(content, NO_SECRETS, identity()))
        .hasMessageStartingWith(
            "Garrison can't read the permissions of \"smb://fs01.contoso.example/mde\": access lists aren't supported there (\"content.smb\" is jcifs-ng). ")
        .hasMessageEndingWith("[CONTENT_RIGHTS_UNSUPPORTED GAR-0318]");
  }
}

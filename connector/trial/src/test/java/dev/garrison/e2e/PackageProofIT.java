package dev.garrison.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package that is not proven stops the plan, and with it everything after. */
@Tag("first")
final class PackageProofIT {
  @TempDir Path folder;

  private TrialSite site;

  @BeforeEach
  void start() {
    site = new TrialSite("2107-rollup", folder);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Path file(String name) {
    return folder.resolve("packages").resolve(name);
  }

  private String refusal() throws IOException {
    Throwable thrown = catchThrowable(site::plan);
    assertThat(thrown).isInstanceOf(RefusalException.class);
    try (Stream<Path> share = Files.list(folder.resolve("share"))) {
      assertThat(share).as("what was staged").isEmpty();
    }
    return Objects.toString(thrown.getMessage());
  }

  private void replace(String name, String what, String by) throws IOException {
    String text = Files.readString(file(name), StandardCharsets.ISO_8859_1);
    assertThat(text).contains(what);
    Files.writeString(file(name), text.replace(what, by), StandardCharsets.ISO_8859_1);
  }

  @Test
  void thePlanNamesTheProofForEachPackage() {
    assertThat(site.plan().packages().get("installer"))
        .endsWith(
            " md4ws.msi 4.18.25020.1009, signed by Garrison demonstration under \"Garrison"
                + " demonstration root\", which \"packages.trust\" names");
    assertThat(site.plan().packages().get("installScript"))
        .endsWith(
            " install.ps1, signed by Garrison demonstration under \"Garrison demonstration root\","
                + " which \"packages.trust\" names");
    assertThat(site.plan().packages().get("onboarding"))
        .endsWith(
            " streamlined, blob signed by Seville.Windows.com (sha256 afbccb57688d6cbcd7caee0210ff90a313388f8827aecd4f43248416e4158f0a) under \"Garrison Sample Root Authority\", which \"packages.trust\" names, proven for tenant 5d1f..c2");
  }

  @Test
  void anAlteredInstallerStopsThePlan() throws IOException {
    replace("md4ws.msi", "protects nothing", "protects nobody!");

    assertThat(refusal()).contains("md4ws.msi\" was changed after signing", "GAR-0416");
  }

  @Test
  void anAlteredScriptStopsThePlan() throws IOException {
    replace("install.ps1", "exit 0", "exit 1");

    assertThat(refusal()).contains("install.ps1\" was changed after signing", "GAR-0416");
  }

  @Test
  void whatMicrosoftDidNotSignNeedsTheManifestsTrust() throws IOException {
    site.manifest()
        .replace(
            "    - certificate: packages/sample-root.pem\n      publisher: Garrison demonstration\n",
            "");

    assertThat(refusal())
        .contains(
            "md4ws.msi\" is signed by \"Garrison demonstration\", which doesn't chain to a trusted root")
        .contains(
            "install.ps1\" is signed by \"Garrison demonstration\", which doesn't chain to a trusted root");
  }

  @Test
  void aTrustedAuthorityCountsForItsPublisherOnly() throws IOException {
    site.manifest().replace("publisher: Garrison demonstration", "publisher: Somebody");

    assertThat(refusal()).contains("GAR-0419");
  }

  @Test
  void aFileOfAnotherKindStopsThePlan() throws IOException {
    site.manifest().replace("installer: packages/md4ws.msi", "installer: packages/install.ps1");

    assertThat(refusal())
        .contains(
            "\"packages.installer\" is set to ",
            "is \"install.ps1\" instead of \"md4ws.msi\"",
            "GAR-0430");
  }

  @Test
  void anUnknownFileStopsThePlan() throws IOException {
    Files.writeString(file("md4ws.msi"), "<html>Sign in</html>");

    assertThat(refusal()).contains("isn't a file that Garrison recognizes", "GAR-0410");
  }

  @Test
  void aCertificateThatIsNoneIsRefusedWithItsPlace() throws IOException {
    Files.writeString(file("sample-root.pem"), "no certificate");

    assertThat(refusal()).contains("in \"packages.trust\" can't be used", "GAR-0432");
  }
}

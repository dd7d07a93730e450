package dev.garrison.cli.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sentence that names the manifest, as a Japanese administrator reads it. */
final class ManifestChoiceTest {
  @TempDir private Path folder;

  @Test
  void theSentenceIsShownInJapanese() {
    ManifestChoice.Chosen chosen = new ManifestChoice(folder).of(null, List.of());
    assertThat(chosen.sentence().in(Language.JAPANESE))
        .isEqualTo("マニフェスト: なし。Garrison が認識する署名者のみが有効です。");
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name)).toRealPath();
  }

  private static Path file(Path where, String name) throws IOException {
    return Files.writeString(where.resolve(name), "");
  }

  private static ManifestChoice.Chosen chosen(Path here, Path... packages) {
    return new ManifestChoice(here).of(null, List.of(packages));
  }

  private static void isIgnored(ManifestChoice.Chosen chosen, Path manifest) {
    assertThat(chosen.manifest()).isEmpty();
    assertThat(chosen.sentence())
        .hasToString(
            "Manifest: none. %s isn't used, because it's in the folder of a package or below it. To trust it, name it with --manifest."
                .formatted(manifest));
  }

  @Test
  void aManifestAboveThePackageIsUsed() throws IOException {
    Path manifest = file(folder("own"), "garrison.yaml");
    assertThat(chosen(folder("own"), file(folder("own/packages"), "md4ws.msi")).manifest())
        .hasValue(manifest);
  }

  @Test
  void aManifestBelowThePackageIsIgnored() throws IOException {
    Path manifest = file(folder("download/sub"), "garrison.yaml");
    isIgnored(chosen(folder("download/sub"), file(folder("download"), "md4ws.msi")), manifest);
  }

  @Test
  void onePackageWithTheManifestIsEnoughToIgnoreIt() throws IOException {
    Path manifest = file(folder("download"), "garrison.yaml");
    isIgnored(
        chosen(
            folder("download"),
            file(folder("own"), "install.ps1"),
            file(folder("download"), "md4ws.msi")),
        manifest);
  }

  @Test
  void aLinkToAPackageDoesNotHideItsFolder() throws IOException {
    Path manifest = file(folder("download"), "garrison.yaml");
    Path link =
        Files.createSymbolicLink(
            folder("own").resolve("md4ws.msi"), file(folder("download"), "md4ws.msi"));
    isIgnored(chosen(folder("download"), link), manifest);
  }

  @Test
  void aLinkToAManifestDoesNotHideItsFolder() throws IOException {
    Path link =
        Files.createSymbolicLink(
            folder("own").resolve("garrison.yaml"), file(folder("download"), "garrison.yaml"));
    isIgnored(chosen(folder("own"), file(folder("download"), "md4ws.msi")), link);
  }

  @Test
  void aFolderWithTheSameBeginningIsAnotherOne() throws IOException {
    Path manifest = file(folder("download2"), "garrison.yaml");
    assertThat(chosen(folder("download2"), file(folder("download"), "md4ws.msi")).manifest())
        .hasValue(manifest);
  }

  @Test
  void aPackageThatIsNotThereIsJudgedByItsName() throws IOException {
    Path manifest = file(folder("download"), "garrison.yaml");
    isIgnored(chosen(folder("download"), folder("download").resolve("none.msi")), manifest);
  }
}

package dev.garrison.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.PackageSection;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.manifest.value.PackageTrust;
import dev.garrison.payload.onboarding.OnboardingPackages;
import dev.garrison.payload.onboarding.blob.KnownSigners;
import dev.garrison.payload.onboarding.blob.SignerTrust;
import dev.garrison.share.FileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackageReaderTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Path FOLDER = Path.of("/nowhere");
  private static final Path INSTALLER = FOLDER.resolve("md4ws.msi");
  private static final Path ONBOARDING =
      FOLDER.resolve("packages/WindowsDefenderATPOnboardingPackage.zip");

  /** Names an installer, and knows what it is when it was found by inspecting. */
  private record Naming(List<Inspection> inspected) implements PackageSources {
    @Override
    public Found complete(Manifest manifest, Requirements requirements) {
      PackageSection named = manifest.packages();
      return new Found(
          new PackageSection(
              Optional.empty(),
              Optional.of(INSTALLER),
              Optional.empty(),
              Optional.empty(),
              named.onboarding(),
              PackageTrust.MICROSOFT,
              Optional.empty()),
          inspected,
          List.of());
    }

    @Override
    public List<FileSource> client(Manifest manifest) {
      return List.of();
    }
  }

  private static List<String> problems(List<Inspection> inspected) throws IOException {
    return problems(inspected, FOLDER);
  }

  private static List<String> problems(List<Inspection> inspected, Path folder) throws IOException {
    Manifest manifest =
        new ManifestReader()
            .read(
                "garrison.yaml",
                folder,
                Files.readAllBytes(ROOT.resolve("config/examples/minimal.yaml")),
                LocalDate.EPOCH)
            .manifest();
    PackageReader reader =
        new PackageReader(
            new PackageInspector(List.of()),
            new OnboardingPackages(new Json(), SignerTrust.of(KnownSigners.none(), List.of())),
            new Naming(inspected));
    return catchThrowableOfType(RefusalException.class, () -> reader.read(manifest, Instant.EPOCH))
        .diagnostics()
        .stream()
        .map(Diagnostic::problem)
        .toList();
  }

  private static String missing(Path file) {
    return "The package \"%s\" can't be read: the file doesn't exist.".formatted(file);
  }

  @Test
  void aFileThatWasInspectedToBeFoundIsNotReadAgain() throws IOException {
    Inspection known =
        new Inspection(
            INSTALLER,
            Optional.empty(),
            Sha256.of("md4ws.msi"),
            9,
            new Description(Optional.empty(), Map.of(), List.of()));

    assertThat(problems(List.of(known))).containsExactly(missing(ONBOARDING));
    assertThat(problems(List.of())).containsExactly(missing(INSTALLER), missing(ONBOARDING));
  }

  @Test
  void aPipeInPlaceOfAnOnboardingPackageIsRefusedAndNotWaitedFor(@TempDir Path folder)
      throws Exception {
    Path pipe =
        Files.createDirectories(folder.resolve("packages")).resolve(ONBOARDING.getFileName());
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThat(problems(List.of(), folder))
        .containsExactly(
            missing(INSTALLER),
            "The package \"%s\" can't be read: the path isn't a file.".formatted(pipe));
  }
}

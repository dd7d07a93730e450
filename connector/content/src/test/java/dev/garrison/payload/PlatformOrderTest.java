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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** install.ps1 refuses a platform update that is older than what the installer brings. */
final class PlatformOrderTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Path INSTALLER = Path.of("/nowhere/md4ws.msi");
  private static final Path UPDATE = Path.of("/nowhere/UpdatePlatform.exe");

  /** Names both, and knows their versions. */
  private record Both(String installer, String update) implements PackageSources {
    private static Inspection of(Path file, String version) {
      return new Inspection(
          file,
          Optional.empty(),
          Sha256.of(version),
          9,
          new Description(
              Optional.empty(),
              version.isEmpty() ? Map.of() : Map.of(Fact.VERSION, version),
              List.of()));
    }

    @Override
    public Found complete(Manifest manifest, Requirements requirements) {
      return new Found(
          new PackageSection(
              Optional.empty(),
              Optional.of(INSTALLER),
              Optional.empty(),
              Optional.of(UPDATE),
              manifest.packages().onboarding(),
              PackageTrust.MICROSOFT,
              Optional.empty()),
          List.of(of(INSTALLER, installer), of(UPDATE, update)),
          List.of());
    }

    @Override
    public List<FileSource> client(Manifest manifest) {
      return List.of();
    }
  }

  private static List<String> problems(PackageSources sources) throws IOException {
    Manifest manifest =
        new ManifestReader()
            .read(
                "garrison.yaml",
                Path.of("/nowhere"),
                Files.readAllBytes(ROOT.resolve("config/examples/minimal.yaml")),
                LocalDate.EPOCH)
            .manifest();
    PackageReader reader =
        new PackageReader(
            new PackageInspector(List.of()),
            new OnboardingPackages(new Json(), SignerTrust.of(KnownSigners.none(), List.of())),
            sources);
    return catchThrowableOfType(RefusalException.class, () -> reader.read(manifest, Instant.EPOCH))
        .diagnostics()
        .stream()
        .filter(problem -> !problem.code().equals(PayloadCode.PACKAGE_UNREADABLE))
        .map(Diagnostic::toString)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "4.18.25020.1009, 4.18.25010.1009, true",
    "4.18.25020.1009, 4.18.25020.1009, false",
    "4.18.25020.1009, 4.18.25030.1, false",
    "4.18.25020.1009, '', false",
    "'', 4.18.25010.1009, false"
  })
  void anOlderPlatformUpdateIsRefused(String installer, String update, boolean refused)
      throws IOException {
    List<String> problems = problems(new Both(installer, update));
    if (refused) {
      assertThat(problems)
          .containsExactly(
              "UpdatePlatform.exe has version 4.18.25010.1009, which is older than version 4.18.25020.1009 in md4ws.msi. install.ps1 rejects the older version. Download the latest UpdatePlatform.exe:"
                  + " https://go.microsoft.com/fwlink/?linkid=870379&arch=x64"
                  + " [PLATFORM_OLDER_THAN_INSTALLER GAR-0431]");
    } else {
      assertThat(problems).isEmpty();
    }
  }
}

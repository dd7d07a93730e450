package dev.garrison.payload;

import dev.garrison.content.share.ContentFile;
import dev.garrison.content.share.FileSource;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.PackageSection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the package files once: size and digest of each, and the tenant that the onboarding script
 * names. That a file is unaltered and Microsoft's is not proven here; until it is, nothing is
 * staged for a real site.
 */
public final class PackageReader {
  private static final List<String> CLIENT_FILES =
      List.of("Install-DefenderForEndpoint.ps1", "ReadinessChecks.ps1", "ThirdPartyAntivirus.txt");

  private final OnboardingScript onboardingScript = new OnboardingScript();

  /**
   * Reads everything that the section names.
   *
   * @throws RefusalException with everything that is wrong
   */
  public Packages read(PackageSection section, UUID orgId) {
    List<Diagnostic> problems = new ArrayList<>();
    Optional<FileSource> installer = named("md4ws.msi", section.installer(), problems);
    Optional<FileSource> script = named("install.ps1", section.installScript(), problems);
    Optional<FileSource> platform = named("UpdatePlatform.exe", section.platformUpdate(), problems);
    Optional<FileSource> onboarding = onboarding(section.onboarding(), orgId, problems);
    if (!problems.isEmpty() || onboarding.isEmpty()) {
      throw new RefusalException(problems);
    }
    return new Packages(installer, script, platform, onboarding.get(), client());
  }

  /** The file under the name that install.ps1 and the wrapper look for. */
  private static Optional<FileSource> named(
      String name, Optional<Path> path, List<Diagnostic> problems) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    try {
      FileSource source = FileSource.of(path.get());
      ContentFile file = source.file();
      return Optional.of(
          new FileSource(new ContentFile(name, file.size(), file.sha256()), source.bytes()));
    } catch (IOException e) {
      problems.add(PayloadCode.unreadable(path.get(), e));
      return Optional.empty();
    }
  }

  private Optional<FileSource> onboarding(Path path, UUID orgId, List<Diagnostic> problems) {
    try {
      byte[] script = onboardingScript.read(path);
      onboardingScript.check(path, script, orgId);
      return Optional.of(FileSource.of(OnboardingScript.NAME, script));
    } catch (IOException e) {
      problems.add(PayloadCode.unreadable(path, e));
    } catch (RefusalException refusal) {
      problems.addAll(refusal.diagnostics());
    }
    return Optional.empty();
  }

  private static List<FileSource> client() {
    List<FileSource> files = new ArrayList<>();
    for (String name : CLIENT_FILES) {
      try (InputStream stream =
          PackageReader.class.getResourceAsStream("/dev/garrison/scripts/client/" + name)) {
        if (stream == null) {
          throw new IllegalStateException("the program was built without " + name);
        }
        files.add(FileSource.of(name, stream.readAllBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }
}

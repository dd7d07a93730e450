package dev.garrison.payload;

import dev.garrison.content.share.ContentFile;
import dev.garrison.content.share.FileSource;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.PackageSection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads and inspects the package files that a manifest names. One that is wrong, altered, unsigned,
 * of somebody else or unknown is refused, and with it everything that would be made from it. Of the
 * onboarding script only the tenant that it names is read; that it is unaltered is not proven here.
 */
public final class PackageReader {
  private static final List<String> CLIENT_FILES =
      List.of("Install-DefenderForEndpoint.ps1", "ReadinessChecks.ps1", "ThirdPartyAntivirus.txt");

  private final PackageInspector inspector;
  private final OnboardingScript onboardingScript = new OnboardingScript();

  /**
   * @param inspector which trusts whom the manifest trusts
   */
  public PackageReader(PackageInspector inspector) {
    this.inspector = inspector;
  }

  /**
   * Reads everything that the section names.
   *
   * @param asOf the time at which signatures without timestamp must be valid
   * @throws RefusalException with everything that is wrong
   */
  public Packages read(PackageSection section, UUID orgId, Instant asOf) {
    Reading reading = new Reading(new Requirements(asOf, Optional.of(orgId)));
    Optional<FileSource> installer = reading.proven("installer", "md4ws.msi", section.installer());
    Optional<FileSource> script =
        reading.proven("installScript", "install.ps1", section.installScript());
    Optional<FileSource> platform =
        reading.proven("platformUpdate", "UpdatePlatform.exe", section.platformUpdate());
    reading.comparePlatforms();
    Optional<FileSource> onboarding = onboarding(section.onboarding(), orgId, reading);
    if (!reading.problems.isEmpty() || onboarding.isEmpty()) {
      throw new RefusalException(reading.problems);
    }
    return new Packages(
        installer, script, platform, onboarding.get(), client(), reading.proofs, reading.warnings);
  }

  private Optional<FileSource> onboarding(Path path, UUID orgId, Reading reading) {
    try {
      byte[] script = onboardingScript.read(path);
      onboardingScript.check(path, script, orgId);
      reading.proofs.put(
          "onboarding", "names tenant " + orgId + "; its signature is not proven yet");
      return Optional.of(FileSource.of(OnboardingScript.NAME, script));
    } catch (IOException e) {
      reading.problems.add(PayloadCode.unreadable(path, e));
    } catch (RefusalException refusal) {
      reading.problems.addAll(refusal.diagnostics());
    }
    return Optional.empty();
  }

  /** What is found out during one reading. */
  private final class Reading {
    private final Requirements requirements;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final List<Diagnostic> warnings = new ArrayList<>();
    private final Map<String, String> proofs = new HashMap<>();
    private final Map<String, String> versions = new HashMap<>();

    Reading(Requirements requirements) {
      this.requirements = requirements;
    }

    /** The file under the name that install.ps1 and the wrapper look for, if it is proven. */
    Optional<FileSource> proven(String role, String name, Optional<Path> path) {
      if (path.isEmpty()) {
        return Optional.empty();
      }
      try {
        Inspection inspection = inspector.inspect(path.get(), requirements);
        inspection
            .kind()
            .filter(kind -> !kind.name().equals(role))
            .ifPresent(kind -> problems.add(anotherKind(role, name, path.get(), kind)));
        for (Diagnostic finding : inspection.description().findings()) {
          switch (finding.severity()) {
            case ERROR -> problems.add(finding);
            case WARNING, NOTE -> warnings.add(finding);
          }
        }
        proofs.put(role, Statement.of(name, inspection.description()));
        Optional.ofNullable(inspection.description().facts().get(Fact.VERSION))
            .ifPresent(version -> versions.put(role, version));
        return Optional.of(
            new FileSource(
                new ContentFile(name, inspection.size(), inspection.sha256()),
                () -> Files.newInputStream(path.get())));
      } catch (RefusalException refusal) {
        problems.addAll(refusal.diagnostics());
        return Optional.empty();
      }
    }

    /** install.ps1 leaves a server of 2016 alone when the update is older than the installer. */
    void comparePlatforms() {
      String update = versions.get("platformUpdate");
      String installer = versions.get("installer");
      if (update != null && installer != null && Statement.older(update, installer)) {
        problems.add(
            Diagnostic.error(
                InspectionCode.PLATFORM_OLDER_THAN_INSTALLER,
                "UpdatePlatform.exe is version %s, and md4ws.msi brings %s: install.ps1 would refuse it."
                    .formatted(update, installer),
                "Download the newest UpdatePlatform.exe: https://go.microsoft.com/fwlink/?linkid=870379&arch=x64"));
      }
    }
  }

  private static Diagnostic anotherKind(String role, String name, Path path, PackageKind kind) {
    return Diagnostic.error(
        InspectionCode.FILE_OF_ANOTHER_KIND,
        "'packages.%s' names %s, which is %s and not %s.".formatted(role, path, kind.title(), name),
        "Name " + name + " there.");
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

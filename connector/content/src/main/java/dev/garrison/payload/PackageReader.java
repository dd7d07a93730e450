package dev.garrison.payload;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.OffboardSection;
import dev.garrison.manifest.PackageSection;
import dev.garrison.payload.PackageSources.Found;
import dev.garrison.payload.Packages.Offboarding;
import dev.garrison.payload.onboarding.Acceptance;
import dev.garrison.payload.onboarding.Expectation;
import dev.garrison.payload.onboarding.Expectation.Purpose;
import dev.garrison.payload.onboarding.OnboardingPackage;
import dev.garrison.payload.onboarding.OnboardingPackages;
import dev.garrison.payload.onboarding.StreamlinedMinimum;
import dev.garrison.share.ContentFile;
import dev.garrison.share.FileSource;
import dev.garrison.share.FileVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and inspects the package files that a manifest names. A file that is wrong, altered,
 * unsigned, of another tenant or unknown is refused, and so is everything that would be made from
 * it. Only the blob of the onboarding package is used further; it is proven, and for the manifest's
 * tenant. The script around it is not signed.
 */
public final class PackageReader {
  /** The name of the file that holds only the blob, in Microsoft's own packages too. */
  private static final String ONBOARDING = "WindowsDefenderATP.onboarding";

  private static final String OFFBOARDING = "WindowsDefenderATP.offboarding";

  private final PackageInspector inspector;
  private final OnboardingPackages onboardingPackages;
  private final PackageSources sources;

  /**
   * @param inspector trusts the publishers that the manifest trusts
   * @param onboarding likewise
   * @param sources finds the files that the manifest does not name
   */
  public PackageReader(
      PackageInspector inspector, OnboardingPackages onboarding, PackageSources sources) {
    this.inspector = inspector;
    this.onboardingPackages = onboarding;
    this.sources = sources;
  }

  /**
   * Reads all files that the manifest names.
   *
   * @param asOf the time at which signatures without timestamp must be valid
   * @throws RefusalException with every problem
   */
  public Packages read(Manifest manifest, Instant asOf) {
    Requirements requirements = new Requirements(asOf, Optional.of(manifest.tenant().orgId()));
    Found found = sources.complete(manifest, requirements);
    PackageSection section = found.packages();
    Reading reading = new Reading(found, requirements);
    Optional<FileSource> installer = reading.proven("installer", "md4ws.msi", section.installer());
    Optional<FileSource> script =
        reading.proven("installScript", "install.ps1", section.installScript());
    Optional<FileSource> platform =
        reading.proven("platformUpdate", "UpdatePlatform.exe", section.platformUpdate());
    reading.comparePlatforms();
    Optional<FileSource> onboarding =
        reading.onboarding(section.onboarding().orElseThrow(), expectation(manifest, asOf));
    Map<String, Offboarding> offboarding = new HashMap<>();
    for (OffboardSection entry : manifest.offboard()) {
      entry
          .packageFile()
          .flatMap(path -> reading.offboarding(entry.name(), path, offboarding(manifest, asOf)))
          .ifPresent(proven -> offboarding.put(entry.name(), proven));
    }
    if (!reading.problems.isEmpty() || onboarding.isEmpty()) {
      throw new RefusalException(reading.problems);
    }
    return new Packages(
        installer,
        script,
        platform,
        onboarding.get(),
        offboarding,
        client(manifest),
        reading.proofs,
        reading.warnings);
  }

  /** Garrison's own files, with what the manifest adds for the scripts. */
  private List<FileSource> client(Manifest manifest) {
    List<FileSource> files = new ArrayList<>(sources.client(manifest));
    OtherAntivirusFile.of(manifest).ifPresent(files::add);
    return files;
  }

  /**
   * The hosts that the proven onboarding package names. No other content of the package is
   * returned: the rest is a secret.
   *
   * @throws RefusalException when the package is missing, or not the right one
   */
  public List<String> onboardingHosts(Manifest manifest, Instant asOf) {
    Requirements requirements = new Requirements(asOf, Optional.of(manifest.tenant().orgId()));
    Found found = sources.complete(manifest, requirements);
    Reading reading = new Reading(found, requirements);
    Path path = found.packages().onboarding().orElseThrow();
    Optional<OnboardingPackage> proven = reading.proven(path, expectation(manifest, asOf));
    if (!reading.problems.isEmpty() || proven.isEmpty()) {
      throw new RefusalException(reading.problems);
    }
    return proven.get().proof().statement().hosts();
  }

  private static Expectation expectation(Manifest manifest, Instant asOf) {
    return new Expectation(
        Optional.of(Purpose.ONBOARDING),
        Optional.of(manifest.tenant().orgId()),
        manifest.tenant().geo(),
        asOf);
  }

  private Expectation offboarding(Manifest manifest, Instant asOf) {
    return new Expectation(
        Optional.of(Purpose.OFFBOARDING),
        Optional.of(manifest.tenant().orgId()),
        Optional.empty(),
        asOf);
  }

  /** Results of one reading. */
  private final class Reading {
    private final Found found;
    private final Requirements requirements;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final List<Diagnostic> warnings = new ArrayList<>();
    private final Map<String, String> proofs = new HashMap<>();
    private final Map<String, FileVersion> versions = new HashMap<>();

    Reading(Found found, Requirements requirements) {
      this.found = found;
      this.warnings.addAll(found.findings());
      this.requirements = requirements;
    }

    /** The file under the name that install.ps1 and the wrapper search for, if it is proven. */
    Optional<FileSource> proven(String role, String name, Optional<Path> path) {
      if (path.isEmpty()) {
        return Optional.empty();
      }
      try {
        Inspection inspection =
            found
                .inspection(path.get())
                .orElseGet(() -> inspector.inspect(path.get(), requirements));
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
        Optional<FileVersion> version =
            Optional.ofNullable(inspection.description().facts().get(Fact.VERSION))
                .map(FileVersion::new);
        version.ifPresent(known -> versions.put(role, known));
        return Optional.of(
            new FileSource(
                new ContentFile(name, inspection.size(), inspection.sha256()),
                () -> Files.newInputStream(path.get()),
                version));
      } catch (RefusalException refusal) {
        problems.addAll(refusal.diagnostics());
        return Optional.empty();
      }
    }

    /** The blob under the name that the wrapper searches for, if its package is the right one. */
    Optional<FileSource> onboarding(Path path, Expectation expected) {
      return proven(path, expected).map(found -> FileSource.of(ONBOARDING, found.blob().utf8()));
    }

    private Optional<OnboardingPackage> proven(Path path, Expectation expected) {
      try {
        OnboardingPackage found = onboardingPackage(path);
        List<Diagnostic> findings = new ArrayList<>(Acceptance.findings(found, expected));
        Optional.ofNullable(versions.get("installer"))
            .flatMap(version -> StreamlinedMinimum.check(found, version.text()))
            .ifPresent(findings::add);
        judge(findings);
        proofs.put("onboarding", found.inWords());
        return Optional.of(found);
      } catch (IOException e) {
        problems.add(PayloadCode.unreadable(path, e));
      } catch (RefusalException refusal) {
        problems.addAll(refusal.diagnostics());
      }
      return Optional.empty();
    }

    private OnboardingPackage onboardingPackage(Path path) throws IOException {
      try (PackageFile file = PackageFile.open(path)) {
        return onboardingPackages.read(path.toString(), file.all(OnboardingPackages.LARGEST_FILE));
      }
    }

    /** The blob under the name that the script searches for, if its package is the right one. */
    Optional<Offboarding> offboarding(String entry, Path path, Expectation expected) {
      try {
        OnboardingPackage found = onboardingPackage(path);
        judge(Acceptance.findings(found, expected));
        proofs.put("offboarding " + entry, found.inWords());
        FileSource blob = FileSource.of(OFFBOARDING, found.blob().utf8());
        return found.ends().map(ends -> new Offboarding(blob, ends));
      } catch (IOException e) {
        problems.add(PayloadCode.unreadable(path, e));
      } catch (RefusalException refusal) {
        problems.addAll(refusal.diagnostics());
      }
      return Optional.empty();
    }

    private void judge(List<Diagnostic> findings) {
      for (Diagnostic finding : findings) {
        switch (finding.severity()) {
          case ERROR -> problems.add(finding);
          case WARNING -> warnings.add(finding);
          case NOTE -> {
            // 'garrison package inspect' tells it; nothing is to be decided in a plan.
          }
        }
      }
    }

    /**
     * Compares the platform versions. install.ps1 does not change a server of 2016 when the update
     * is older than the installer.
     */
    void comparePlatforms() {
      FileVersion update = versions.get("platformUpdate");
      FileVersion installer = versions.get("installer");
      if (update != null && installer != null && update.olderThan(installer)) {
        problems.add(
            Diagnostic.error(
                InspectionCode.PLATFORM_OLDER_THAN_INSTALLER,
                Message.of("package.platform-older", "update", update, "installer", installer)));
      }
    }
  }

  private static Diagnostic anotherKind(String role, String name, Path path, PackageKind kind) {
    return Diagnostic.error(
        InspectionCode.FILE_OF_ANOTHER_KIND,
        Message.of(
            "package.of-another-kind",
            "role",
            role,
            "file",
            path,
            "found",
            kind.title(),
            "expected",
            name));
  }
}

package dev.garrison.wiring;

import dev.garrison.cli.packages.Inspectors;
import dev.garrison.clientscript.ClientFiles;
import dev.garrison.clientscript.SignedClientFiles;
import dev.garrison.content.share.FileSource;
import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.PackageReader;
import dev.garrison.payload.PackageSources;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.executable.PlatformUpdateKind;
import dev.garrison.payload.intake.HeldPackage;
import dev.garrison.payload.intake.Intake;
import dev.garrison.payload.intake.IntakeChoice;
import dev.garrison.payload.msi.InstallerKind;
import dev.garrison.payload.onboarding.OnboardingPackages;
import dev.garrison.payload.onboarding.blob.SignerTrust;
import dev.garrison.payload.onboarding.kind.OnboardingKind;
import dev.garrison.payload.powershell.InstallScriptKind;
import dev.garrison.payload.signature.Authenticode;
import dev.garrison.payload.signature.Trust;
import dev.garrison.payload.signature.TrustedRoot;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every kind of package that this version knows. */
final class PackageKinds {
  private PackageKinds() {}

  /** For the commands, which do not need a manifest. */
  static Inspectors inspectors(Clock clock) {
    return file -> {
      if (file.isEmpty()) {
        return new Inspectors.Ready(
            inspector(Trust.microsoft()), Optional.empty(), Optional.empty());
      }
      Manifest manifest = new ManifestReader().read(file.get(), LocalDate.now(clock)).manifest();
      PackageInspector inspector = inspector(trust(manifest));
      return new Inspectors.Ready(
          inspector, Optional.of(manifest.tenant().orgId()), intake(manifest, inspector));
    };
  }

  private static Optional<Intake> intake(Manifest manifest, PackageInspector inspector) {
    return manifest.packages().intake().map(folder -> new Intake(folder, inspector));
  }

  /** What reads the packages of a manifest. */
  static PackageReader reader(Manifest manifest) {
    Trust trust = trust(manifest);
    PackageInspector inspector = inspector(trust);
    return new PackageReader(inspector, onboarding(trust), sources(inspector));
  }

  private static PackageSources sources(PackageInspector inspector) {
    return new PackageSources() {
      @Override
      public Found complete(Manifest manifest, Requirements requirements) {
        Optional<Intake> intake = intake(manifest, inspector);
        if (intake.isEmpty()) {
          return new Found(manifest.packages(), List.of());
        }
        List<HeldPackage> held = intake.get().list(requirements);
        return new Found(
            new IntakeChoice(held).complete(manifest),
            held.stream().map(HeldPackage::inspection).toList());
      }

      @Override
      public List<FileSource> client(Manifest manifest) {
        return manifest
            .packages()
            .clientScripts()
            .map(SignedClientFiles::read)
            .orElseGet(ClientFiles::packed);
      }
    };
  }

  private static Trust trust(Manifest manifest) {
    return Trust.microsoft()
        .and(
            manifest.packages().trust().stream()
                .map(known -> TrustedRoot.read(known.certificate(), known.publisher()))
                .toList());
  }

  static PackageInspector inspector(Trust trust) {
    Authenticode authenticode = new Authenticode(trust);
    return new PackageInspector(
        List.of(
            new InstallerKind(authenticode),
            new PlatformUpdateKind(authenticode),
            new OnboardingKind(onboarding(trust)),
            new InstallScriptKind(authenticode)));
  }

  /** Under Microsoft's authorities another signer counts for these packages than for code. */
  private static OnboardingPackages onboarding(Trust trust) {
    Set<Sha256> microsoft =
        Trust.microsoft().roots().stream()
            .map(root -> SignerTrust.digest(root.certificate()))
            .collect(Collectors.toSet());
    Map<Sha256, Set<String>> added = new HashMap<>();
    for (TrustedRoot root : trust.roots()) {
      Sha256 digest = SignerTrust.digest(root.certificate());
      if (!microsoft.contains(digest)) {
        added.computeIfAbsent(digest, _ -> new HashSet<>()).addAll(root.publishers());
      }
    }
    return new OnboardingPackages(new Json(), new SignerTrust(microsoft, added));
  }
}

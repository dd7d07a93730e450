package dev.garrison.wiring;

import dev.garrison.cli.packages.Inspectors;
import dev.garrison.clientscript.ClientFiles;
import dev.garrison.clientscript.SignedClientFiles;
import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.manifest.value.PackageTrust;
import dev.garrison.manifest.value.TrustAnchor;
import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.PackageReader;
import dev.garrison.payload.PackageSources;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.executable.PlatformUpdateKind;
import dev.garrison.payload.intake.HeldPackage;
import dev.garrison.payload.intake.Intake;
import dev.garrison.payload.intake.Intake.Holding;
import dev.garrison.payload.intake.IntakeChoice;
import dev.garrison.payload.msi.InstallerKind;
import dev.garrison.payload.onboarding.OnboardingPackages;
import dev.garrison.payload.onboarding.blob.KnownSigners;
import dev.garrison.payload.onboarding.blob.SignerTrust;
import dev.garrison.payload.onboarding.blob.SignerTrust.Addition;
import dev.garrison.payload.onboarding.kind.OnboardingKind;
import dev.garrison.payload.powershell.InstallScriptKind;
import dev.garrison.payload.signature.Authenticode;
import dev.garrison.payload.signature.TrustedPublishers;
import dev.garrison.payload.signature.TrustedRoot;
import dev.garrison.payload.signer.CertificateFacts;
import dev.garrison.share.FileSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Kinds of packages that this version of Garrison knows. */
final class PackageKinds {
  private PackageKinds() {}

  /** Inspectors for the package commands, which do not need a manifest. */
  static Inspectors inspectors(Clock clock) {
    return file -> {
      if (file.isEmpty()) {
        return new Inspectors.Ready(
            inspector(
                TrustedPublishers.microsoft(), SignerTrust.of(KnownSigners.packed(), List.of())),
            Optional.empty(),
            Optional.empty());
      }
      Manifest manifest = new ManifestReader().read(file.get(), LocalDate.now(clock)).manifest();
      PackageInspector inspector = inspector(trust(manifest), signers(manifest));
      return new Inspectors.Ready(
          inspector, Optional.of(manifest.tenant().orgId()), intake(manifest, inspector));
    };
  }

  private static Optional<Intake> intake(Manifest manifest, PackageInspector inspector) {
    return manifest.packages().intake().map(folder -> new Intake(folder, inspector));
  }

  /** Reader for the packages of a manifest. */
  static PackageReader reader(Manifest manifest) {
    SignerTrust signers = signers(manifest);
    PackageInspector inspector = inspector(trust(manifest), signers);
    return new PackageReader(inspector, onboarding(signers), sources(inspector));
  }

  private static PackageSources sources(PackageInspector inspector) {
    return new PackageSources() {
      @Override
      public Found complete(Manifest manifest, Requirements requirements) {
        Optional<Intake> intake = intake(manifest, inspector);
        if (intake.isEmpty()) {
          return new Found(manifest.packages(), List.of(), List.of());
        }
        Holding holding = intake.get().list(requirements);
        return new Found(
            new IntakeChoice(holding).complete(manifest),
            holding.packages().stream().map(HeldPackage::inspection).toList(),
            holding.findings());
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

  private static TrustedPublishers trust(Manifest manifest) {
    return TrustedPublishers.microsoft()
        .and(
            manifest.packages().trust().publishers().stream()
                .map(known -> TrustedRoot.read(known.certificate(), known.publisher()))
                .toList());
  }

  private static SignerTrust signers(Manifest manifest) {
    PackageTrust trust = manifest.packages().trust();
    return SignerTrust.of(
        trust.knownSigners() ? KnownSigners.packed() : KnownSigners.none(),
        trust.signers().stream()
            .map(signer -> new Addition(signer.names(), signer.root().map(PackageKinds::digest)))
            .toList());
  }

  private static Sha256 digest(TrustAnchor.Chosen root) {
    return switch (root) {
      case TrustAnchor.Pin(Sha256 digest) -> digest;
      case TrustAnchor.CertificateFile(Path file) ->
          CertificateFacts.digest(TrustedRoot.certificate(file));
    };
  }

  private static PackageInspector inspector(TrustedPublishers trust, SignerTrust signers) {
    Authenticode authenticode = new Authenticode(trust);
    return new PackageInspector(
        List.of(
            new InstallerKind(authenticode),
            new PlatformUpdateKind(authenticode),
            new OnboardingKind(onboarding(signers)),
            new InstallScriptKind(authenticode)));
  }

  private static OnboardingPackages onboarding(SignerTrust signers) {
    return new OnboardingPackages(new Json(), signers);
  }
}

package dev.garrison.wiring;

import dev.garrison.cli.packages.Inspectors;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.executable.PlatformUpdateKind;
import dev.garrison.payload.msi.InstallerKind;
import dev.garrison.payload.powershell.InstallScriptKind;
import dev.garrison.payload.signature.Authenticode;
import dev.garrison.payload.signature.Trust;
import dev.garrison.payload.signature.TrustedRoot;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Every kind of package that this version knows. */
final class PackageKinds {
  private PackageKinds() {}

  /** For the commands, which do not need a manifest. */
  static Inspectors inspectors(Clock clock) {
    return file -> {
      if (file.isEmpty()) {
        return new Inspectors.Ready(inspector(Trust.microsoft()), Optional.empty());
      }
      Manifest manifest = new ManifestReader().read(file.get(), LocalDate.now(clock)).manifest();
      return new Inspectors.Ready(inspector(manifest), Optional.of(manifest.tenant().orgId()));
    };
  }

  /** Trusting Microsoft, and whom the manifest names. */
  static PackageInspector inspector(Manifest manifest) {
    return inspector(
        Trust.microsoft()
            .and(
                manifest.packages().trust().stream()
                    .map(known -> TrustedRoot.read(known.certificate(), known.publisher()))
                    .toList()));
  }

  static PackageInspector inspector(Trust trust) {
    Authenticode authenticode = new Authenticode(trust);
    return new PackageInspector(
        List.of(
            new InstallerKind(authenticode),
            new PlatformUpdateKind(authenticode),
            new InstallScriptKind(authenticode)));
  }
}

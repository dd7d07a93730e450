package dev.garrison.wiring;

import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.executable.PlatformUpdateKind;
import dev.garrison.payload.msi.InstallerKind;
import dev.garrison.payload.powershell.InstallScriptKind;
import dev.garrison.payload.signature.Authenticode;
import dev.garrison.payload.signature.Trust;
import java.util.List;

/** Every kind of package that this version knows. */
final class PackageKinds {
  private PackageKinds() {}

  static PackageInspector inspector(Trust trust) {
    Authenticode authenticode = new Authenticode(trust);
    return new PackageInspector(
        List.of(
            new InstallerKind(authenticode),
            new PlatformUpdateKind(authenticode),
            new InstallScriptKind(authenticode)));
  }
}

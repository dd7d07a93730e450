package dev.garrison.wiring;

import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.msi.InstallerKind;
import java.util.List;

/** Every kind of package that this version knows. */
final class PackageKinds {
  private PackageKinds() {}

  static PackageInspector inspector() {
    return new PackageInspector(List.of(new InstallerKind()));
  }
}

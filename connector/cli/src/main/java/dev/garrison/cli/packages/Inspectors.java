package dev.garrison.cli.packages;

import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.intake.Intake;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Where the commands get what they inspect with. */
public interface Inspectors {
  /**
   * An inspector and the tenant that packages have to belong to.
   *
   * @param orgId absent when no manifest says it
   * @param intake where packages are kept; likewise
   */
  record Ready(PackageInspector inspector, Optional<UUID> orgId, Optional<Intake> intake) {}

  /**
   * Trusts Microsoft, and whom the manifest trusts.
   *
   * @throws dev.garrison.diagnostic.RefusalException when the manifest has mistakes
   */
  Ready ready(Optional<Path> manifest);
}

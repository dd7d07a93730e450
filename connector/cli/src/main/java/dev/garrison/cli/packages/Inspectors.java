package dev.garrison.cli.packages;

import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.intake.Intake;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Provides the package commands with an inspector. */
public interface Inspectors {
  /**
   * Inspector, and the tenant that packages must belong to.
   *
   * @param orgId the tenant; absent without a manifest
   * @param intake the package folder; absent if no manifest names one
   */
  record Ready(PackageInspector inspector, Optional<UUID> orgId, Optional<Intake> intake) {}

  /**
   * Makes an inspector that trusts Microsoft, and the publishers and signers in the manifest.
   *
   * @throws dev.garrison.diagnostic.RefusalException when the manifest has mistakes
   */
  Ready ready(Optional<Path> manifest);
}

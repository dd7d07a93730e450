package dev.garrison.jobaccess;

import java.nio.file.Path;
import java.util.Optional;

/** Opens the history of a manifest's jobs for a command. */
@FunctionalInterface
public interface JobAccessOpening {
  /**
   * Opens the history for a manifest, here or through the process that has it open. Reads the
   * manifest; sends no request to any server.
   *
   * @param state the state folder; empty: {@code .garrison} in the folder of the manifest
   * @throws dev.garrison.diagnostic.RefusalException when the manifest has mistakes, or the history
   *     cannot be used
   */
  OpenJobAccess jobs(Path manifest, Optional<Path> state) throws InterruptedException;
}

package dev.garrison.schedule;

import java.nio.file.Path;
import java.util.Optional;

/** Opens the job schedule of a manifest. */
@FunctionalInterface
public interface JobSchedules {
  /**
   * Reads the manifest and opens the history; sends no request to any server.
   *
   * @param state the state folder; empty: {@code .garrison} in the folder of the manifest
   * @throws dev.garrison.diagnostic.RefusalException when the manifest has mistakes, or the history
   *     cannot be used
   */
  JobSchedule open(Path manifest, Optional<Path> state) throws InterruptedException;
}

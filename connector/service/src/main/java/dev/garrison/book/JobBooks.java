package dev.garrison.book;

import java.nio.file.Path;
import java.util.Optional;

/** Opens the history of a manifest's jobs for a command. */
@FunctionalInterface
public interface JobBooks {
  /**
   * Reads the manifest and opens the history, in this process or through the one that has it open;
   * asks no server.
   *
   * @param state the state folder; empty: {@code .garrison} beside the manifest
   * @throws dev.garrison.diagnostic.RefusalException when the manifest has mistakes, or the history
   *     cannot be used
   */
  OpenBook book(Path manifest, Optional<Path> state) throws InterruptedException;
}

package dev.garrison.record;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where Garrison keeps journals and, without a content share, the lease. It holds evidence, not
 * state: nothing in it decides what is done next (ADR 0002).
 *
 * @param path the folder; made when missing
 */
public record StateFolder(Path path) {
  /** The folder of the journals. */
  Path journals() {
    return made(path.resolve("journal"));
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new RefusalException(
          Diagnostic.error(
              RecordCode.STATE_FOLDER_UNUSABLE,
              "The state folder %s cannot be made: %s.".formatted(folder, e.getMessage()),
              "Name a folder that this user may write with --state."),
          e);
    }
  }
}

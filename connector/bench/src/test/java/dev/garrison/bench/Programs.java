package dev.garrison.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Other programs, run to their end. */
final class Programs {
  private final Path folder;

  /**
   * @param folder in which they run, and which gets their output
   */
  Programs(Path folder) {
    this.folder = folder;
  }

  void run(String... command) throws IOException, InterruptedException {
    run(Set.of(0), command);
  }

  /**
   * @param exits the exit codes that say that it did its work
   */
  void run(Set<Integer> exits, String... command) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    int exit =
        new ProcessBuilder(List.of(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (!exits.contains(exit)) {
      throw new IOException(
          List.of(command) + " ended with " + exit + ": " + Files.readString(log));
    }
  }
}

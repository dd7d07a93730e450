package dev.garrison.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.JavaProcess.Result;
import dev.garrison.servers.JavaProcess.Running;
import dev.garrison.trial.PackedProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The simulated site of a folder, in a process of its own. */
final class LabProcess implements AutoCloseable {
  private static final int LOOK_MILLIS = 50;

  private final Running running;

  /**
   * Starts the site of a prepared folder, and waits until it answers and says so.
   *
   * @param logs another folder, for what the process prints
   */
  LabProcess(Path folder, Path logs, String... options) throws InterruptedException {
    List<String> words = new ArrayList<>(List.of("lab", "--dir", folder.toString()));
    words.addAll(List.of(options));
    running = PackedProgram.start(logs, words.toArray(String[]::new));
    while (!Files.exists(folder.resolve("lab.json")) || !isAnnounced()) {
      assertThat(running.process().waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS))
          .as("the site ended")
          .isFalse();
    }
  }

  private boolean isAnnounced() {
    try {
      return Files.readString(running.out()).contains("Press Ctrl-C to stop.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs one command in the folder, with the clock of the site. */
  static Result run(Path folder, Path logs, List<String> words) throws InterruptedException {
    return PackedProgram.start(
            logs,
            new PackedProgram.Setting(
                List.of("env", "-C", folder.toString()),
                List.of(),
                Map.of("GARRISON_LAB", folder.toString())),
            words)
        .await();
  }

  /** Interrupts the site, and returns what it printed. */
  Result interrupt() throws InterruptedException {
    JavaProcess.interrupt(running.process());
    return running.await();
  }

  @Override
  public void close() {
    if (running.process().isAlive()) {
      JavaProcess.interrupt(running.process());
    }
  }
}

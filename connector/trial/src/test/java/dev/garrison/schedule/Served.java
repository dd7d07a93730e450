package dev.garrison.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.JavaProcess.Running;
import dev.garrison.trial.PackedProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** {@code garrison serve} as it is packed, in a folder with a manifest. */
record Served(Path folder) {
  private static final int MOST_LOOKS = 100;

  /**
   * Starts it, and kills it when it is told to.
   *
   * @param arm is given the killing, which waits for the end
   * @return the exit code
   */
  int killed(Consumer<Runnable> arm) throws InterruptedException {
    CompletableFuture<Process> process = new CompletableFuture<>();
    arm.accept(() -> process.join().destroyForcibly().onExit().join());
    Running serving = PackedProgram.start(folder, "serve", "--listen", "none");
    process.complete(serving.process());
    return serving.await().exit();
  }

  /**
   * Starts it, waits until so many runs have ended, one way or another, and ends it.
   *
   * @return what came of them, the oldest first
   */
  List<String> untilEnded(int runs) throws InterruptedException {
    Running serving = PackedProgram.start(folder, "serve", "--listen", "none");
    for (int look = 0; look < MOST_LOOKS; look++) {
      List<String> outcomes = outcomes();
      if (outcomes.size() == runs && !outcomes.contains("running")) {
        JavaProcess.interrupt(serving.process());
        return outcomes;
      }
    }
    serving.process().destroyForcibly();
    throw new AssertionError("still running: " + outcomes());
  }

  /** What came of the runs, the oldest first. */
  List<String> outcomes() throws InterruptedException {
    JsonNode runs =
        new Json().parse(PackedProgram.run(folder, "job", "history", "--json").out()).path("runs");
    List<String> outcomes = new ArrayList<>();
    runs.forEach(run -> outcomes.addFirst(run.path("outcome").asText()));
    return outcomes;
  }
}

package dev.garrison.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.servers.JavaProcess.Result;
import dev.garrison.servers.OwnPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of WALKTHROUGH.md in a folder that {@code garrison lab --init} prepared. */
final class WalkthroughIT {
  private static final int MOST_ROUNDS = 6;
  private static final int OK = 0;
  private static final int CHANGES = 2;
  private static final int WAITING = 3;

  @TempDir Path home;

  private Path folder() {
    return home.resolve("learn");
  }

  private Result run(List<String> words) throws InterruptedException {
    return LabProcess.run(folder(), home, words);
  }

  private Result run(String line) throws InterruptedException {
    return run(List.of(line.substring("garrison ".length()).split(" ")));
  }

  /** The lines to type, without the setting of a variable. */
  private List<String> lines() throws IOException {
    return Files.readAllLines(folder().resolve("WALKTHROUGH.md")).stream()
        .filter(line -> line.startsWith("    garrison "))
        .map(String::strip)
        .toList();
  }

  @Test
  void itLeadsFromThePlanToTheFirstOnboardedServers() throws Exception {
    Files.createDirectory(folder());
    assertThat(run(List.of("lab", "--init", ".", "--port", "" + OwnPorts.takePair())).exit())
        .isEqualTo(OK);
    List<String> lines = lines();
    assertThat(lines)
        .containsExactly(
            "garrison lab --dir . --speed 0x",
            "garrison plan",
            "garrison apply --yes",
            "garrison lab advance 1h",
            "garrison lab advance 3d",
            "garrison rollout status");
    try (LabProcess _ = new LabProcess(folder(), home, "--speed", "0x")) {
      assertThat(run(lines.get(1)).exit()).isEqualTo(CHANGES);
      Result applied = run(lines.get(2));
      assertThat(applied.exit()).isEqualTo(WAITING);
      for (int round = 0; applied.out().contains("distribut") && round < MOST_ROUNDS; round++) {
        assertThat(run(lines.get(3)).exit()).isEqualTo(OK);
        applied = run(lines.get(2));
        assertThat(applied.exit()).isEqualTo(WAITING);
      }
      assertThat(run(lines.get(4)).exit()).isEqualTo(OK);
      Result status = run(lines.get(5));
      assertThat(status.exit()).isEqualTo(WAITING);
      assertThat(status.out()).contains("3 of 3 servers");
    }
  }
}

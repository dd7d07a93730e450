package dev.garrison.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.servers.JavaProcess.Result;
import dev.garrison.servers.OwnPorts;
import dev.garrison.trial.PackedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulated site of a folder, and commands in processes of their own. */
final class LabCommandIT {
  @TempDir Path logs;
  private Path folder;

  @BeforeEach
  void prepare() throws InterruptedException {
    folder = logs.resolve("learn");
    Result made =
        PackedProgram.run(
            logs, "lab", "--init", folder.toString(), "--port", "" + OwnPorts.takePair());
    assertThat(made.exit()).as(made.err()).isZero();
  }

  private Result run(String... words) throws InterruptedException {
    return LabProcess.run(folder, logs, List.of(words));
  }

  @Test
  void commandsAgreeWithAClockThatWasAdvanced() throws InterruptedException {
    try (LabProcess _ = new LabProcess(folder, logs)) {
      assertThat(run("lab", "advance", "10d").exit()).isZero();
      Result applied = run("apply", "--yes", "--only", "site");
      assertThat(applied.exit()).as(applied.err()).isEqualTo(3);
      assertThat(applied.out())
          .contains("Apply incomplete: 25 of 57 changes applied and verified.");
    }
  }

  @Test
  void aFaultReachesCommandsUntilItIsEnded() throws InterruptedException {
    try (LabProcess _ = new LabProcess(folder, logs, "--speed", "60x", "--fault", "proxy")) {
      assertThat(run("lab", "status").out()).contains("(runs 60 times as fast)", "Fault    proxy");
      assertThat(run("plan", "--only", "site").exit()).isEqualTo(1);
      assertThat(run("lab", "fault", "--clear").out()).isEqualTo("Faults   none\n");
      assertThat(run("plan", "--only", "site").exit()).isEqualTo(2);
    }
  }

  @Test
  void whenItIsInterruptedItsAddressGoesAndCommandsSaySo()
      throws IOException, InterruptedException {
    try (LabProcess lab = new LabProcess(folder, logs)) {
      Result ended = lab.interrupt();
      assertThat(ended.exit()).isEqualTo(130);
      assertThat(ended.out())
          .contains("Update server wsus01.lab.example answers at", "Press Ctrl-C to stop.");
      assertThat(ended.err()).isEmpty();
    }
    assertThat(Files.exists(folder.resolve("lab.json"))).isFalse();
    Result plan = run("plan");
    assertThat(plan.exit()).isEqualTo(1);
    assertThat(plan.err()).contains("No simulated site is running for the folder", "[GAR-1068]");
  }
}

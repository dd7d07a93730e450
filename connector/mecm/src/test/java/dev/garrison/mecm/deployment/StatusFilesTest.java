package dev.garrison.mecm.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import dev.garrison.state.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a deployment that goes. */
final class StatusFilesTest {
  private static final Instant NOW = Instant.parse("2026-11-28T21:07:33Z");

  @TempDir private Path folder;
  private final Json json = new Json();

  private String kept(ObjectNode... rows) throws IOException {
    StatusFiles files =
        new StatusFiles(json, new StateFolder(folder), "PS1", Clock.fixed(NOW, ZoneOffset.UTC));
    String file =
        files.keep(
            16777221,
            take -> {
              for (ObjectNode row : rows) {
                take.accept(row);
              }
            });
    assertThat(file)
        .isEqualTo(folder.resolve("status/PS1-16777221-2026-11-28T21-07-33-000Z.jsonl").toString());
    return Files.readString(Path.of(file));
  }

  @Test
  void theRowsFollowALineThatSaysWhatTheyAre() throws IOException {
    assertThat(
            kept(
                json.object().put("StatusType", 1).put("MachineName", "SRV001"),
                json.object().put("MachineName", "SRV002").putNull("StatusType")))
        .isEqualTo(
            """
            {"at":"2026-11-28T21:07:33Z","deployment":16777221,"format":"garrison-deployment-status/1","site":"PS1"}
            {"MachineName":"SRV001","StatusType":1}
            {"MachineName":"SRV002","StatusType":null}
            """);
  }

  @Test
  void aDeploymentOfWhichNothingIsKnownLeavesTheFirstLine() throws IOException {
    assertThat(kept())
        .isEqualTo(
            """
            {"at":"2026-11-28T21:07:33Z","deployment":16777221,"format":"garrison-deployment-status/1","site":"PS1"}
            """);
  }
}

package dev.garrison.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalRightsTest {
  private static final Run RUN =
      new Run(
          "2026-11-24T21-07-33Z",
          Instant.parse("2026-11-24T21:07:33Z"),
          "root",
          "adm01",
          "CONTOSO\\svc",
          "PS1",
          "contoso-prod",
          "m",
          "p",
          Optional.empty(),
          Optional.empty());

  @TempDir Path folder;

  @Test
  void aJournalItsFoldersAndTheHeadsAreTheirOwnersAlone() throws IOException {
    StateFolder state = new StateFolder(folder.resolve("state"));
    try (JournalFile journal = JournalFile.begin(new Json(), state, RUN)) {
      journal.end(new ApplyReport(Map.of(), journal.head()));
    }

    try (Stream<Path> made = Files.walk(state.path())) {
      assertThat(made)
          .extracting(path ->
              state.path().relativize(path)
                  + " "
                  + PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .containsExactlyInAnyOrder(
              " rwx------",
              "heads.log rw-------",
              "journal rwx------",
              "journal/PS1 rwx------",
              "journal/PS1/2026-11-24T21-07-33Z.jsonl rw-------");
    }
  }
}

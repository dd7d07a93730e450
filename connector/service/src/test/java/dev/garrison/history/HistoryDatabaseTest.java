package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.state.StateFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose history is opened. */
final class HistoryDatabaseTest {
  @TempDir private Path folder;

  @BeforeEach
  void make() {
    HistoryDatabase.open(service()).close();
  }

  private ServiceFolder service() {
    return ServiceFolder.in(new StateFolder(folder));
  }

  private String version() {
    try (HistoryDatabase database = HistoryDatabase.open(service())) {
      return database.schemaVersion();
    }
  }

  @Test
  void aHistoryOfThisVersionIsOpenedAgain() {
    assertThat(version()).isEqualTo(version()).isNotEqualTo("none");
  }

  @Test
  void aHistoryOfALaterVersionIsLeftAsItIs() {
    try (HistoryDatabase database = HistoryDatabase.open(service())) {
      int _ =
          database.with(handle ->
              handle.execute(
                  """
                  insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
                    "checksum", "installed_by", "execution_time", "success")
                  values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'garrison', 1, true)
                  """));
    }
    assertThatThrownBy(() -> HistoryDatabase.open(service()))
        .hasMessage(
            "The job history \"%s\" was written by a later version of Garrison. Run that version, or restore the backup that was made before the upgrade. No changes were made. [HISTORY_NEWER GAR-1079]"
                .formatted(folder.resolve("service/history")));
    try (HistoryDatabase database = HistoryDatabase.read(service())) {
      assertThat(database.schemaVersion()).isEqualTo("9999");
    }
  }
}

package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.garrison.history.StandingPages.Column;
import dev.garrison.history.StandingPages.Filter;
import dev.garrison.history.StandingPages.Row;
import dev.garrison.history.StandingPages.Section;
import dev.garrison.state.StateFolder;
import java.nio.file.Path;
import java.util.Optional;
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

  /** The file is taken back to the state in which the version before wrote it. */
  private void takeBack() {
    try (HistoryDatabase database = HistoryDatabase.open(service())) {
      int _ =
          database.with(handle ->
              handle.execute(
                  """
                  insert into server_standing (ring, device, server, os, standing, since, name_key, why)
                  values ('pilot', 1, 'SQL1', '2019', 'failed', timestamp with time zone '2026-11-24 21:00:00+00:00', 'SQL1', 'error 1603'),
                    ('pilot', 2, 'WEB1', '2019', 'onboarded', timestamp with time zone '2026-11-24 21:00:00+00:00', 'WEB1', 'onboarded to this tenant');
                  drop index server_standing_by_why;
                  drop index server_standing_by_mode;
                  drop index server_standing_by_contact;
                  alter table server_standing drop column antivirus_mode;
                  alter table server_standing drop column contact;
                  alter table server_standing drop column contact_by;
                  delete from "flyway_schema_history" where "version" = '8';
                  """));
    }
  }

  @Test
  void serversOfAnEarlierVersionHaveNoModeAndNoContactAndOneThatIsOnboardedNoCause() {
    takeBack();

    try (HistoryDatabase database = HistoryDatabase.open(service())) {
      assertThat(
              new StandingPages(database)
                  .section(new Section(Filter.NONE, Column.NAME, false, 0, 9)))
          .extracting(Row::name, Row::why, Row::mode, Row::contact)
          .containsExactly(
              tuple("SQL1", "error 1603", "", Optional.empty()),
              tuple("WEB1", "", "", Optional.empty()));
    }
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

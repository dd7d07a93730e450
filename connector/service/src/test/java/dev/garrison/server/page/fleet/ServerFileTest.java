package dev.garrison.server.page.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.ServerState;
import dev.garrison.history.History;
import dev.garrison.history.HistoryDatabase;
import dev.garrison.history.ServiceFolder;
import dev.garrison.history.StandingHistory.Contact;
import dev.garrison.history.StandingHistory.Seen;
import dev.garrison.history.StandingPages.Column;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobRun;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.server.reading.ServerList;
import dev.garrison.state.StateFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The file of the servers that pass a filter. */
final class ServerFileTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final String HEAD =
      "server,ring,state,group,operating system,since,antivirus mode,next step,resource id,cause,last contact,contact source\r\n";

  private static final String BROAD =
      "SQL1,broad,failed,to look at,2019,2026-11-24T21:00:00Z,,Check AppEnforce.log on the server.,1,,,\r\n";
  private static final String PILOT =
      "SQL1,pilot,failed,to look at,2019,2026-11-24T21:00:00Z,,Check AppEnforce.log on the server.,1,error 1603,,\r\n";
  private static final String WEB =
      "\"'=WEB\",pilot,onboarded,onboarded,,2026-11-24T21:00:00Z,Normal,,2,,2026-11-24T20:59:00Z,sensor\r\n";

  @TempDir private Path folder;
  private HistoryDatabase database;
  private ServerFile file;

  @BeforeEach
  void observe() {
    database = HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder)));
    History history = new History(database);
    long run =
        history
            .runs()
            .begin(JobKind.STATUS, JobRun.Reason.SCHEDULE, "a test", JobMode.PLAN_ONLY, NOW);
    List<Seen> seen =
        List.of(
            new Seen("pilot", 1, "SQL1", "2019", ServerState.FAILED, "error 1603"),
            new Seen(
                "pilot",
                2,
                "=WEB",
                "",
                ServerState.ONBOARDED,
                "",
                "Normal",
                Optional.of(new Contact(NOW.minusSeconds(60), Contact.Source.SENSOR))),
            new Seen("broad", 1, "SQL1", "2019", ServerState.FAILED));
    history.standings().keep(run, NOW, seen::forEach);
    file = new ServerFile(new ServerList(history), 1);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private String written(Map<String, List<String>> query) {
    StringWriter text = new StringWriter();
    file.download().open().apply(ServerQueryTest.request(query)).accept(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void allServersAreWrittenByNameInPartsWithTimesInUtcAndNoFormula() {
    assertThat(written(Map.of())).isEqualTo(HEAD + WEB + BROAD + PILOT);
  }

  @ParameterizedTest
  @EnumSource(Column.class)
  void theFileHasTheOrderOfTheList(Column column) {
    String upwards = written(Map.of("sort", List.of(column.word())));
    String downwards = written(Map.of("sort", List.of("-" + column.word())));

    assertThat(upwards.lines()).hasSize(4);
    assertThat(downwards.lines().skip(1))
        .containsExactlyElementsOf(upwards.lines().skip(1).toList().reversed());
    assertThat(written(Map.of("sort", List.of("-cause")))).isEqualTo(HEAD + PILOT + BROAD + WEB);
  }

  @Test
  void onlyServersThatPassTheFilterAreWritten() {
    assertThat(written(Map.of("ring", List.of("broad"), "group", List.of("attention"))))
        .isEqualTo(HEAD + BROAD);
    assertThat(written(Map.of("name", List.of("x")))).isEqualTo(HEAD);
  }
}

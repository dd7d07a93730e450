package dev.garrison.server.page.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.ServerState;
import dev.garrison.history.AntivirusHistory.Look;
import dev.garrison.history.History;
import dev.garrison.history.HistoryDatabase;
import dev.garrison.history.ProtectedServers;
import dev.garrison.history.ServiceFolder;
import dev.garrison.history.StandingHistory.Seen;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the servers that pass a filter. */
final class ServerFileTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final String HEAD =
      "server,ring,state,group,operating system,since,antivirus mode,next step,resource id\r\n";

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
            new Seen("pilot", 1, "SQL1", "2019", ServerState.FAILED),
            new Seen("pilot", 2, "=WEB", "", ServerState.ONBOARDED),
            new Seen("broad", 1, "SQL1", "2019", ServerState.FAILED));
    history.standings().keep(run, NOW, seen::forEach);
    history
        .antivirus()
        .keep(
            run,
            new Look(NOW, true, List.of()),
            sink ->
                sink.accept(ProtectedServers.server("pilot", 2, "=WEB"), ProtectedServers.WELL));
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
    assertThat(written(Map.of()))
        .isEqualTo(
            HEAD
                + "\"'=WEB\",pilot,onboarded,onboarded,,2026-11-24T21:00:00Z,Normal,,2\r\n"
                + "SQL1,broad,failed,to look at,2019,2026-11-24T21:00:00Z,,Check AppEnforce.log on the server.,1\r\n"
                + "SQL1,pilot,failed,to look at,2019,2026-11-24T21:00:00Z,,Check AppEnforce.log on the server.,1\r\n");
  }

  @Test
  void onlyServersThatPassTheFilterAreWritten() {
    assertThat(written(Map.of("ring", List.of("broad"), "group", List.of("attention"))))
        .isEqualTo(
            HEAD
                + "SQL1,broad,failed,to look at,2019,2026-11-24T21:00:00Z,,Check AppEnforce.log on the server.,1\r\n");
    assertThat(written(Map.of("name", List.of("x")))).isEqualTo(HEAD);
  }
}

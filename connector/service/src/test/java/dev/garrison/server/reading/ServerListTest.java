package dev.garrison.server.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.ServerState.Group;
import dev.garrison.history.History;
import dev.garrison.history.HistoryDatabase;
import dev.garrison.history.ServiceFolder;
import dev.garrison.history.StandingHistory.Seen;
import dev.garrison.history.StandingPages;
import dev.garrison.history.StandingPages.Column;
import dev.garrison.history.StandingPages.Filter;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobRun;
import dev.garrison.job.ServerReport;
import dev.garrison.language.Language;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.server.reading.ServerList.Found;
import dev.garrison.server.reading.ServerList.Line;
import dev.garrison.state.StateFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of servers, a page at a time. */
final class ServerListTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final int SERVERS = 120;
  private static final String CAUSE =
      "deployment failed, error 33 (install.ps1: offboarding failed)";

  private static final String LONGER = CAUSE + " in a test";

  @TempDir private Path folder;
  private HistoryDatabase database;
  private ServerList servers;

  @BeforeEach
  void observe() {
    database = HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder)));
    History history = new History(database);
    long run =
        history
            .runs()
            .begin(JobKind.STATUS, JobRun.Reason.SCHEDULE, "a test", JobMode.PLAN_ONLY, NOW);
    history
        .standings()
        .keep(
            run,
            NOW,
            sink ->
                LongStream.rangeClosed(1, SERVERS).mapToObj(ServerListTest::seen).forEach(sink));
    history
        .reports()
        .keep(taker ->
            taker.take(
                "pilot",
                1,
                new ServerReport(
                    CAUSE,
                    "Remove the other antivirus.",
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty())));
    history
        .runs()
        .end(
            run,
            JobKind.STATUS,
            new JobReport(
                JobOutcome.DONE, "", List.of(), Optional.empty(), List.of(), false, List.of()),
            NOW);
    servers = new ServerList(history);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Seen seen(long device) {
    return new Seen(
        "pilot",
        device,
        "SRV%03d".formatted(device),
        device == 1 ? "" : "2019",
        device <= 2 ? ServerState.FAILED : ServerState.ONBOARDED,
        device == 1 ? CAUSE : device == 2 ? LONGER : "",
        device == 1 ? "Normal" : "",
        Optional.empty());
  }

  private Found page(Filter filter, int page) {
    return servers.find(filter, Column.NAME, false, page);
  }

  private static Filter named(String part) {
    return new Filter(
        Optional.of(StandingPages.containing(part)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void aPageSaysWhichOfHowManyServersItShows() {
    assertThat(page(Filter.NONE, 1).range()).isEqualTo("1-50 of 120");
    assertThat(page(Filter.NONE, 1).hasNext()).isTrue();
    assertThat(page(Filter.NONE, 3).range()).isEqualTo("101-120 of 120");
    assertThat(page(Filter.NONE, 3).hasNext()).isFalse();
  }

  @Test
  void behindTheLastPageTheLastOneIsShown() {
    assertThat(page(Filter.NONE, 9)).isEqualTo(page(Filter.NONE, 3));
  }

  @Test
  void aFilterCountsThoseThatPassAndAll() {
    Found found = page(named("v01"), 1);

    assertThat(found.servers()).isEqualTo(10);
    assertThat(found.all()).isEqualTo(SERVERS);
    assertThat(found.observed()).contains(NOW);
    assertThat(page(named("x"), 1).lines()).isEmpty();
  }

  @Test
  void theNextStepOfAServerIsTheReportedOneOrElseTheUsualOneOfItsState() {
    List<Line> lines = page(Filter.NONE, 1).lines();

    assertThat(lines.get(0).nextStep()).contains("Remove the other antivirus.");
    assertThat(lines.get(1).nextStep()).contains("Check AppEnforce.log on the server.");
    assertThat(lines.get(2).nextStep()).isEmpty();
  }

  @Test
  void aServerHasItsCauseAndTheModeOfItsAntivirusWhereTheyAreKnown() {
    List<Line> lines = page(Filter.NONE, 1).lines();

    assertThat(lines.get(0).cause()).contains(CAUSE);
    assertThat(lines.get(0).mode()).contains("Normal");
    assertThat(lines.get(2).cause()).isEmpty();
    assertThat(lines.get(2).mode()).isEmpty();
  }

  @Test
  void aCauseIsFoundByAnyPartOfItButAWholeOneAlone() {
    assertThat(servers.causes("ERROR 33")).containsExactlyInAnyOrder(CAUSE, LONGER);
    assertThat(servers.causes(CAUSE)).containsExactly(CAUSE);
    assertThat(servers.causes("odd")).isEmpty();
  }

  @Test
  void aCauseIsFoundByItsTextInTheLanguageOfTheReader() {
    Set<String> found = Language.JAPANESE.during(() -> servers.causes("エラー"));

    assertThat(found).contains(CAUSE);
  }

  @Test
  void aGroupHasAllOfItsStates() {
    assertThat(servers.states(Group.NOT_READY)).isEqualTo(Set.of("not-ready"));
    assertThat(servers.states(Group.LOOK)).contains("failed", "lost").doesNotContain("waiting");
  }

  @Test
  void theOperatingSystemsOfTheLastLookCanBeChosen() {
    assertThat(servers.systems()).containsExactly("", "2019");
  }
}

package dev.garrison.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.garrison.connection.resilience.Tempo;
import dev.garrison.history.HistoryDatabase;
import dev.garrison.history.RunHistory;
import dev.garrison.history.ServiceFolder;
import dev.garrison.history.UpdateLooks;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobRun;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.job.UpdatesSeen.Group;
import dev.garrison.job.UpdatesSeen.Line;
import dev.garrison.job.UpdatesSeen.OnServer;
import dev.garrison.json.Json;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.state.StateFolder;
import dev.garrison.trial.TrialUpdates;
import dev.garrison.wiring.UpdateServers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the job 'status' sees of stand-in update servers. */
final class UpdateWatchIT {
  @TempDir private Path folder;
  private TrialUpdates trial;

  @BeforeEach
  void start() {
    trial = new TrialUpdates(folder);
  }

  @AfterEach
  void stop() {
    trial.close();
  }

  private UpdatesSeen look() {
    Tempo tempo = new Tempo(trial.lab().clock(), trial.lab().clock()::advance, () -> 0.5);
    UpdateServers servers = new UpdateServers(tempo, Map.of(), _ -> Optional.empty());
    return new UpdateWatch(() -> servers.open(trial.manifest()), trial.lab().clock())
        .look()
        .orElseThrow();
  }

  private static Line unifiedAgent(OnServer server) {
    return server.lines().stream()
        .filter(line -> line.named().equals("unified agent"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLookTellsWhatIsCurrentForHowManyComputers() {
    Instant before = trial.lab().clock().instant();

    UpdatesSeen seen = look();

    assertThat(seen.at()).isEqualTo(before);
    OnServer server = seen.servers().getFirst();
    assertThat(server.owner()).isEqualTo("wsus");
    assertThat(server.synchronised()).isPresent();
    Line line = unifiedAgent(server);
    assertThat(line.current()).contains("10.8798.25857.1000");
    assertThat(line.whole())
        .contains(
            new Group(
                "All Computers",
                true,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                4,
                0,
                1,
                2));
  }

  @Test
  void anApprovalShowsInTheNextLook() {
    assertThat(unifiedAgent(look().servers().getFirst()).groups()).noneMatch(Group::isApproved);
    trial.apply();

    assertThat(unifiedAgent(look().servers().getFirst()).groups())
        .filteredOn(Group::isApproved)
        .extracting(Group::group)
        .containsExactly("Pilot servers");
  }

  @Test
  void aServerThatDoesNotAnswerIsToldAndTheOthersAreSeen() {
    trial.replace(
        "  sensorUpdate:", "    - {url: \"http://127.0.0.1:9\", owner: mecm}\n  sensorUpdate:");

    List<OnServer> servers = look().servers();

    assertThat(servers).hasSize(2);
    assertThat(servers.getFirst().lines()).isNotEmpty();
    assertThat(servers.getLast().version()).isEmpty();
    assertThat(servers.getLast().problems()).extracting(Finding::code).containsExactly("GAR-0906");
  }

  @Test
  void aServerThatDidNotSynchroniseForAMonthNeedsALook() {
    trial.pass(Duration.ofDays(40));

    assertThat(look().servers().getFirst().problems())
        .extracting(Finding::code, Finding::problem)
        .containsExactly(
            tuple(
                "GAR-1113",
                "The update server \"%s\" needs attention: no synchronization succeeded within a month."
                    .formatted(look().servers().getFirst().server())));
  }

  @Test
  void aLookIsKeptAsItWas() {
    UpdatesSeen seen = look();
    try (HistoryDatabase database =
        HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder.resolve("state"))))) {
      long run =
          new RunHistory(database, new Json())
              .begin(JobKind.STATUS, JobRun.Reason.SCHEDULE, "a test", JobMode.ENABLED, seen.at());
      UpdateLooks looks = new UpdateLooks(database, new Json());
      looks.keep(run, Optional.of(seen));

      assertThat(looks.latest()).contains(seen);
    }
  }
}

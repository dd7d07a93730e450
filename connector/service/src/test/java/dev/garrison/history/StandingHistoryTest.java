package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.garrison.digest.Sha256;
import dev.garrison.fleet.ServerState;
import dev.garrison.history.StandingHistory.Change;
import dev.garrison.history.StandingHistory.Count;
import dev.garrison.history.StandingHistory.Move;
import dev.garrison.history.StandingHistory.Seen;
import dev.garrison.history.StandingHistory.Stay;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobRun;
import dev.garrison.json.Json;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.state.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StandingHistoryTest {
  private static final Instant FIRST = Instant.parse("2026-11-24T21:00:00Z");
  private static final Instant SECOND = FIRST.plus(Duration.ofDays(1));
  private static final Instant THIRD = FIRST.plus(Duration.ofDays(2));

  @TempDir private Path folder;
  private HistoryDatabase database;
  private StandingHistory history;

  @BeforeEach
  void open() {
    database = HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder)));
    history = new StandingHistory(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Seen seen(String ring, long device, String server, ServerState state) {
    return new Seen(ring, device, server, "Windows Server 2022", state);
  }

  private Change keep(Instant at, List<Seen> all) {
    long run =
        new RunHistory(database, new Json())
            .begin(JobKind.STATUS, JobRun.Reason.SCHEDULE, "tester", JobMode.ENABLED, at);
    return history.keep(run, at, all::forEach);
  }

  @Test
  void onlyWhatMovedMakesARow() {
    List<Seen> all =
        List.of(
            seen("pilot", 1, "WEB01", ServerState.INSTALLING),
            seen("pilot", 2, "WEB02", ServerState.INSTALLING));
    assertThat(keep(FIRST, all)).isEqualTo(new Change(2, 2));
    assertThat(keep(SECOND, all)).isEqualTo(new Change(2, 0));
    assertThat(
            keep(THIRD, List.of(seen("pilot", 1, "WEB01", ServerState.ONBOARDED), all.getLast())))
        .isEqualTo(new Change(2, 1));
    assertThat(history.of("WEB01", 9))
        .extracting(Stay::state, Stay::since, Stay::until)
        .containsExactly(
            tuple("onboarded", THIRD, Optional.empty()),
            tuple("installing", FIRST, Optional.of(THIRD)));
    assertThat(history.of("WEB02", 9)).hasSize(1);
  }

  @Test
  void aStateIsKeptWithTheCauseWithWhichItBegan() {
    keep(FIRST, List.of(new Seen("pilot", 1, "WEB01", "", ServerState.FAILED, "1603")));
    keep(SECOND, List.of(new Seen("pilot", 1, "WEB01", "", ServerState.FAILED, "1603")));
    keep(THIRD, List.of(new Seen("pilot", 1, "WEB01", "", ServerState.LOST, "x".repeat(2000))));

    assertThat(history.of("WEB01", 9))
        .extracting(Stay::state, Stay::why)
        .containsExactly(
            tuple("lost", "x".repeat(981) + tail("x".repeat(2000))), tuple("failed", "1603"));
  }

  @Test
  void aNewCauseOfTheSameStateTakesThePlaceOfTheOldOne() {
    keep(FIRST, List.of(new Seen("pilot", 1, "WEB01", "", ServerState.FAILED, "1603")));
    assertThat(
            keep(SECOND, List.of(new Seen("pilot", 1, "WEB01", "", ServerState.FAILED, "20004"))))
        .isEqualTo(new Change(1, 0));

    assertThat(history.of("WEB01", 9))
        .extracting(Stay::why, Stay::since)
        .containsExactly(tuple("20004", FIRST));
  }

  @Test
  void serversWhoseStateChangedInAnObservationAreListedByName() {
    keep(
        FIRST,
        List.of(
            seen("pilot", 1, "WEB01", ServerState.INSTALLING),
            seen("pilot", 2, "SQL02", ServerState.INSTALLING),
            seen("pilot", 3, "DC03", ServerState.INSTALLING)));
    keep(
        SECOND,
        List.of(
            seen("pilot", 1, "WEB01", ServerState.ONBOARDED),
            seen("pilot", 2, "SQL02", ServerState.INSTALLING),
            seen("broad", 4, "APP04", ServerState.NOT_TARGETED)));
    keep(
        THIRD,
        List.of(
            seen("pilot", 1, "WEB01", ServerState.LOST),
            seen("pilot", 2, "SQL02", ServerState.INSTALLING),
            seen("broad", 4, "APP04", ServerState.NOT_TARGETED)));

    Optional<String> installing = Optional.of("installing");
    assertThat(history.moves(FIRST, FIRST, 0, 9))
        .containsExactly(
            new Move("DC03", "pilot", Optional.empty(), installing),
            new Move("SQL02", "pilot", Optional.empty(), installing),
            new Move("WEB01", "pilot", Optional.empty(), installing));
    List<Move> second =
        List.of(
            new Move("APP04", "broad", Optional.empty(), Optional.of("not-targeted")),
            new Move("DC03", "pilot", installing, Optional.empty()),
            new Move("WEB01", "pilot", installing, Optional.of("onboarded")));
    assertThat(history.moves(SECOND, SECOND.plusSeconds(9), 0, 9)).isEqualTo(second);
    assertThat(history.moves(SECOND, SECOND.plusSeconds(9), 1, 1)).isEqualTo(second.subList(1, 2));
    assertThat(history.moves(THIRD, THIRD, 0, 9))
        .containsExactly(new Move("WEB01", "pilot", Optional.of("onboarded"), Optional.of("lost")));
  }

  @Test
  void theLastRunOfEachDayIsKnown() {
    RunHistory runs = new RunHistory(database, new Json());
    for (Instant at : List.of(FIRST, FIRST.plusSeconds(60), SECOND)) {
      long run = runs.begin(JobKind.STATUS, JobRun.Reason.SCHEDULE, "x", JobMode.ENABLED, at);
      runs.end(run, JobKind.STATUS, JobReport.of(JobOutcome.DONE, ""), at);
    }

    assertThat(history.lastRuns(FIRST, ZoneOffset.UTC))
        .containsExactly(
            Map.entry(LocalDate.parse("2026-11-24"), 2L),
            Map.entry(LocalDate.parse("2026-11-25"), 3L));
  }

  @Test
  void aServerThatIsSeenNoMoreEndsAndMayComeBack() {
    List<Seen> all = List.of(seen("pilot", 1, "WEB01", ServerState.ONBOARDED));
    keep(FIRST, all);
    assertThat(keep(SECOND, List.of())).isEqualTo(new Change(0, 1));
    assertThat(keep(THIRD, all)).isEqualTo(new Change(1, 1));
    assertThat(history.of("WEB01", 9))
        .extracting(Stay::since, Stay::until)
        .containsExactly(tuple(THIRD, Optional.empty()), tuple(FIRST, Optional.of(SECOND)));
  }

  @Test
  void anotherNameRingOrSystemIsAnotherStay() {
    keep(FIRST, List.of(seen("pilot", 1, "WEB01", ServerState.ONBOARDED)));
    assertThat(keep(SECOND, List.of(seen("pilot", 1, "WEB09", ServerState.ONBOARDED))))
        .isEqualTo(new Change(1, 1));
    assertThat(keep(THIRD, List.of(seen("main", 1, "WEB09", ServerState.ONBOARDED))))
        .isEqualTo(new Change(1, 1));
    assertThat(history.of("WEB01", 9)).extracting(Stay::until).containsExactly(Optional.of(SECOND));
    assertThat(history.of("WEB09", 9)).extracting(Stay::ring).containsExactly("main", "pilot");
  }

  private static String tail(String text) {
    return "..." + Sha256.of(text).hex().substring(0, 16);
  }

  @Test
  void namesThatAreTooLongAreShortenedAndStayDifferent() {
    String same = "x".repeat(256);
    String sharp = "ß".repeat(128);
    List<Seen> all =
        List.of(
            seen("pilot", 1, same + "a", ServerState.ONBOARDED),
            seen("pilot", 2, same + "b", ServerState.ONBOARDED),
            seen("pilot", 3, sharp, ServerState.ONBOARDED),
            new Seen("r".repeat(300), 4, "WEB04", "w".repeat(300), ServerState.FAILED));
    assertThat(keep(FIRST, all)).isEqualTo(new Change(4, 4, 3));
    assertThat(keep(SECOND, all)).isEqualTo(new Change(4, 0, 3));
    assertThat(history.of(same + "a", 9))
        .extracting(Stay::server)
        .containsExactly("x".repeat(236) + tail(same + "a"));
    assertThat(history.of(same + "b", 9))
        .extracting(Stay::server)
        .containsExactly("x".repeat(236) + tail(same + "b"));
    assertThat(history.of(sharp, 9))
        .extracting(Stay::server)
        .containsExactly("ß".repeat(118) + tail(sharp));
    assertThat(history.of("WEB04", 9))
        .extracting(Stay::ring, Stay::system)
        .containsExactly(
            tuple(
                "r".repeat(236) + tail("r".repeat(300)), "w".repeat(236) + tail("w".repeat(300))));
  }

  @Test
  void countsAreKeptForEachLook() {
    keep(
        FIRST,
        List.of(
            seen("pilot", 1, "WEB01", ServerState.ONBOARDED),
            seen("pilot", 2, "WEB02", ServerState.ONBOARDED),
            seen("main", 3, "WEB03", ServerState.FAILED)));
    assertThat(history.counts(FIRST))
        .containsExactly(
            new Count(FIRST, "main", "Windows Server 2022", "failed", 1),
            new Count(FIRST, "pilot", "Windows Server 2022", "onboarded", 2));
  }

  @Test
  void aLookAtWhichNothingMovedHardlyGrowsTheFile() throws IOException {
    List<Seen> all =
        IntStream.range(0, 20_000)
            .mapToObj(device -> seen("pilot", device, "SRV" + device, ServerState.ONBOARDED))
            .toList();
    keep(FIRST, all);
    Path file = folder.resolve("service/history.mv.db");
    long before = Files.size(file);
    for (int look = 1; look <= 10; look++) {
      assertThat(keep(FIRST.plus(Duration.ofHours(look)), all).moved()).isZero();
    }
    assertThat(Files.size(file) - before).as("bytes").isLessThan(2_000_000);
  }

  @Test
  void manyThatMoveAtOnceAreEachEndedOnce() {
    IntStream.of(0, 1)
        .forEach(look ->
            keep(
                FIRST.plus(Duration.ofDays(look)),
                IntStream.range(0, 5000)
                    .mapToObj(device ->
                        seen(
                            "pilot",
                            device,
                            "SRV" + device,
                            look == 0 ? ServerState.INSTALLING : ServerState.ONBOARDED))
                    .toList()));
    assertThat(history.of("SRV4999", 9))
        .extracting(Stay::state, Stay::until)
        .containsExactly(
            tuple("onboarded", Optional.empty()), tuple("installing", Optional.of(SECOND)));
    assertThat(history.counts(SECOND)).extracting(Count::servers).containsExactly(5000);
  }
}

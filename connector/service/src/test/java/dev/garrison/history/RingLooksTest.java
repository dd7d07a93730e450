package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.JobRun;
import dev.garrison.job.RingSeen;
import dev.garrison.json.Json;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingHealth;
import dev.garrison.state.StateFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RingLooksTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  @TempDir private Path folder;
  private HistoryDatabase database;

  @BeforeEach
  void open() {
    database = HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder)));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private RunHistory runs() {
    return new RunHistory(database, new Json());
  }

  private RingLooks looks() {
    return new RingLooks(database, new Json());
  }

  private static Sighting seen(String state, int minute) {
    return new Sighting(
        Sighting.RING,
        "pilot",
        state,
        "why " + state,
        Optional.of(
            new RingSeen(
                NOW.plusSeconds(60L * minute),
                Optional.of(NOW),
                9,
                25,
                new RingHealth(1, 2, 3, 4, 5),
                RingGate.DEFAULT,
                Optional.empty())));
  }

  private long begin(JobKind job, int minute) {
    return runs()
        .begin(
            job, JobRun.Reason.SCHEDULE, "a test", JobMode.ENABLED, NOW.plusSeconds(60L * minute));
  }

  private void end(long run, JobKind job, Sighting... seen) {
    runs().end(run, job, JobReport.of(JobOutcome.DONE, "x").seeing(List.of(seen)), NOW);
  }

  @Test
  void thereIsNoneBeforeARunLooked() {
    end(begin(JobKind.ROLLOUT, 0), JobKind.ROLLOUT);
    assertThat(looks().latest()).isEmpty();
  }

  @Test
  void theLastLookCountsAndNotTheRunThatBeganLast() {
    long waiting = begin(JobKind.ROLLOUT, 0);
    long status = begin(JobKind.STATUS, 5);
    end(status, JobKind.STATUS, seen("open", 5));
    end(waiting, JobKind.ROLLOUT, seen("halted", 20));
    RingLooks.Look look = looks().latest().orElseThrow();
    assertThat(look.at()).isEqualTo(NOW.plusSeconds(1200));
    assertThat(look.of("pilot")).contains(seen("halted", 20));
    assertThat(look.of("broad")).isEmpty();
  }

  @Test
  void whatOtherJobsSawIsNoRing() {
    long status = begin(JobKind.STATUS, 0);
    end(status, JobKind.STATUS, seen("soaking", 0));
    end(begin(JobKind.DRIFT, 1), JobKind.DRIFT, new Sighting("collection", "pilot", "update", ""));
    assertThat(looks().latest().orElseThrow().rings()).containsExactly(seen("soaking", 0));
  }

  @Test
  void aRunThatOnlyWroteObjectsSawNoRing() {
    end(begin(JobKind.STATUS, 0), JobKind.STATUS, seen("soaking", 0));
    end(
        begin(JobKind.ROLLOUT, 1),
        JobKind.ROLLOUT,
        new Sighting("collection", "MDE pilot - all", Sighting.PLACED, ""));
    assertThat(looks().latest().orElseThrow().rings()).containsExactly(seen("soaking", 0));
  }

  @Test
  void aLookThatAnEarlierVersionKeptHasTheTimeOfItsRun() {
    long run = begin(JobKind.STATUS, 3);
    end(run, JobKind.STATUS, seen("open", 3));
    database.change(handle ->
        handle
            .createUpdate("update job_run set sightings = :text")
            .bind(
                "text",
                "[{\"kind\":\"ring\",\"name\":\"pilot\",\"state\":\"open\",\"words\":\"it is the first ring\"}]")
            .execute());
    RingLooks.Look look = looks().latest().orElseThrow();
    assertThat(look.at()).isEqualTo(NOW.plusSeconds(180));
    assertThat(look.rings())
        .containsExactly(new Sighting(Sighting.RING, "pilot", "open", "it is the first ring"));
  }
}

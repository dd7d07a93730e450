package dev.garrison.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.JobRun;
import dev.garrison.job.RunOrigin;
import dev.garrison.manifest.job.JobKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a monitor sees of the runs. */
final class EventLogEntriesTest {
  private final List<String> written = new ArrayList<>();
  private final EventLogEntries entries =
      new EventLogEntries((kind, text) -> written.add(kind.number() + " " + text));

  private static JobRun run(Optional<JobOutcome> outcome, Sighting... sightings) {
    return new JobRun(
        12,
        JobKind.ROLLOUT,
        JobRun.Reason.SCHEDULE,
        "t",
        JobMode.ENABLED,
        Instant.EPOCH,
        Optional.of(Instant.EPOCH),
        outcome,
        "the site does not answer.",
        List.of(),
        List.of(),
        false,
        false,
        List.of(sightings),
        RunOrigin.NONE);
  }

  private static Sighting ring(String state) {
    return new Sighting(Sighting.RING, "pilot", state, "2 of 10 servers failed");
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED, 200 Run 12 of job 'rollout' failed: the site does not answer.",
    "INTERRUPTED, 200 Run 12 of job 'rollout' interrupted: the site does not answer."
  })
  void aRunThatDidNotDoItsWorkIsAnEntry(JobOutcome outcome, String text) {
    entries.ended(run(Optional.of(outcome)));

    assertThat(written).containsExactly(text);
  }

  @ParameterizedTest
  @EnumSource(
      value = JobOutcome.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FAILED", "INTERRUPTED"})
  void anyOtherRunIsNone(JobOutcome outcome) {
    entries.ended(run(Optional.of(outcome), ring("open"), ring("stalled")));

    assertThat(written).isEmpty();
  }

  @Test
  void aHaltedRingIsAnEntryOnceUntilItGoesOn() {
    for (String state : List.of("halted", "halted", "open", "halted")) {
      entries.ended(run(Optional.of(JobOutcome.DONE), ring(state)));
    }

    assertThat(written)
        .containsExactly(
            "300 Ring 'pilot' is halted: 2 of 10 servers failed",
            "300 Ring 'pilot' is halted: 2 of 10 servers failed");
  }

  @Test
  void anObjectOfTheSiteIsNoRing() {
    entries.ended(
        run(Optional.of(JobOutcome.DONE), new Sighting("collection", "pilot", "halted", "")));

    assertThat(written).isEmpty();
  }

  /** Monitors look for them. */
  @Test
  void theNumbersStayAndWindowsHasTextsForThem() {
    assertThat(Arrays.stream(EventKind.values()).map(kind -> kind.number() + " " + kind))
        .containsExactly(
            "100 SERVICE_STARTED",
            "101 SERVICE_ENDED",
            "110 START_REFUSED",
            "200 JOB_FAILED",
            "300 RING_HALTED",
            "900 SELF_TEST");
    assertThat(EventKind.values()).allMatch(kind -> kind.number() >= 1 && kind.number() <= 1000);
  }
}

package dev.garrison.server.page.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.job.RunOrigin;
import dev.garrison.server.reading.ApiAnswers.Job;
import dev.garrison.server.reading.ApiAnswers.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A time of the schedule at which no run began is shown as missed. */
final class RunPagesTest {
  private static final Instant DUE = Instant.parse("2026-11-24T22:00:00Z");

  private static Run run(Instant started, Optional<Instant> ended, Optional<RunOrigin> origin) {
    return new Run(
        7,
        "status",
        "schedule",
        "a test",
        "enabled",
        started,
        ended,
        ended.isPresent() ? "done" : "running",
        "",
        false,
        List.of(),
        List.of(),
        origin);
  }

  private static Job job(String mode, Optional<Run> last) {
    return new Job(
        "status", "reads", mode, Optional.of("0 22 * * *"), List.of(), Optional.of(DUE), last);
  }

  @Test
  void aRunThatStartedLongAfterItsTimeMissedIt() {
    Optional<RunOrigin> due = Optional.of(RunOrigin.due(DUE));
    assertThat(RunPages.missed(run(DUE.plus(Duration.ofHours(10)), Optional.empty(), due)))
        .contains(DUE);
    assertThat(RunPages.missed(run(DUE.plus(Duration.ofMinutes(15)), Optional.empty(), due)))
        .isEmpty();
  }

  @Test
  void aRunWhoseTimeIsNotRecordedMissedNoneThatIsKnown() {
    assertThat(RunPages.missed(run(DUE, Optional.empty(), Optional.empty()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"enabled, 16, true", "enabled, 15, false", "paused, 16, false"})
  void aJobThatDidNotStartAtItsTimeIsOverdue(String mode, int minutes, boolean isOverdue) {
    assertThat(
            RunPages.isOverdue(job(mode, Optional.empty()), DUE.plus(Duration.ofMinutes(minutes))))
        .isEqualTo(isOverdue);
  }

  @Test
  void aJobThatRunsIsNotOverdue() {
    Run running = run(DUE, Optional.empty(), Optional.empty());
    assertThat(
            RunPages.isOverdue(job("enabled", Optional.of(running)), DUE.plus(Duration.ofHours(1))))
        .isFalse();
  }
}

package dev.garrison.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.job.CronExpression;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobSection;
import dev.garrison.manifest.job.Rhythm;
import dev.garrison.server.page.frame.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The warning about data that is older than its schedule. */
final class FreshnessTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final Moment MOMENT = new Moment(NOW, ZoneOffset.UTC);

  private static Optional<String> warning(Duration age, Rhythm rhythm) {
    return Freshness.warning(
        Optional.of(NOW.minus(age)),
        Optional.of(new JobSection(JobKind.STATUS, rhythm, Set.of(), Optional.empty())),
        MOMENT);
  }

  private static Optional<String> unscheduled(Duration age) {
    return Freshness.warning(Optional.of(NOW.minus(age)), Optional.empty(), MOMENT);
  }

  @Test
  void withoutACheckThePagesSaySo() {
    assertThat(Freshness.warning(Optional.empty(), Optional.empty(), MOMENT))
        .contains("Not checked yet");
  }

  @Test
  void aMissedIntervalIsStaleAfterAnHour() {
    Rhythm hourly = new Rhythm.Every(Duration.ofHours(1));
    assertThat(warning(Duration.ofMinutes(119), hourly)).isEmpty();
    assertThat(warning(Duration.ofHours(5), hourly)).contains("Stale: last check 5 hours ago");
  }

  @Test
  void aMissedTimeOfDayIsStaleAfterAnHour() {
    Rhythm nightly = new Rhythm.At(CronExpression.parse("0 2 * * *").orElseThrow());
    assertThat(warning(Duration.ofHours(19), nightly)).isEmpty();
    assertThat(warning(Duration.ofDays(2), nightly)).contains("Stale: last check 2 days ago");
  }

  @Test
  void withoutAScheduleADayIsNotStale() {
    assertThat(unscheduled(Duration.ofHours(26))).isEmpty();
    assertThat(unscheduled(Duration.ofDays(2))).contains("Stale: last check 2 days ago");
  }
}

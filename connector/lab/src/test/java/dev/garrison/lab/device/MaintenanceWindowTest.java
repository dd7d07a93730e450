package dev.garrison.lab.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.garrison.lab.device.MaintenanceWindow.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MaintenanceWindowTest {
  /** A Tuesday. */
  private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");

  private static MaintenanceWindow daily(String start, int minutes) {
    return new MaintenanceWindow(
        Kind.GENERAL, LocalTime.parse(start), Duration.ofMinutes(minutes), Optional.empty());
  }

  private static MaintenanceWindow on(DayOfWeek day, String start, int hours) {
    return new MaintenanceWindow(
        Kind.GENERAL, LocalTime.parse(start), Duration.ofHours(hours), Optional.of(day));
  }

  @Test
  void aWindowOfLessThanAnHourTakesOnlyWhatFits() {
    MaintenanceWindow window = daily("22:00", 30);
    assertThat(window.fits(Duration.ofMinutes(30))).isTrue();
    assertThat(window.fits(Duration.ofMinutes(31))).isFalse();
    assertThat(window.next(NOW, Duration.ofMinutes(15))).isEqualTo("2026-11-24T22:00:00Z");
    assertThat(window.next(Instant.parse("2026-11-24T22:16:00Z"), Duration.ofMinutes(15)))
        .isEqualTo("2026-11-25T22:00:00Z");
  }

  @Test
  void aNightlyWindowGoesOnAfterMidnight() {
    Instant night = Instant.parse("2026-11-25T01:00:00Z");
    assertThat(daily("20:00", 360).next(night, Duration.ofMinutes(60))).isEqualTo(night);
  }

  @Test
  void aWeeklyWindowIsOpenForDays() {
    MaintenanceWindow weekend = on(DayOfWeek.SATURDAY, "18:00", 40);
    assertThat(weekend.next(NOW, Duration.ofMinutes(60))).isEqualTo("2026-11-28T18:00:00Z");
    Instant sunday = Instant.parse("2026-11-29T15:00:00Z");
    assertThat(weekend.next(sunday, Duration.ofHours(19))).isEqualTo(sunday);
    assertThat(weekend.next(sunday, Duration.ofHours(20))).isEqualTo("2026-12-05T18:00:00Z");
  }

  @Test
  void aWindowThatWouldOpenAgainBeforeItEndsIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> daily("22:00", 1441))
        .withMessage("a window lasts a minute to PT24H, not PT24H1M");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> daily("22:00", 0))
        .withMessage("a window lasts a minute to PT24H, not PT0S");
  }
}

package dev.garrison.manifest.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.value.RelativeDeadline.AfterHours;
import dev.garrison.manifest.value.RelativeDeadline.OnDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class RelativeDeadlineTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant OPENING = Instant.parse("2026-11-24T23:30:00Z");

  @Test
  void daysCountFromTheDayOfOpeningInTheZone() {
    RelativeDeadline deadline = new OnDay(3, LocalTime.of(22, 0));
    assertThat(deadline.localFrom(OPENING, BERLIN))
        .isEqualTo(LocalDateTime.parse("2026-11-28T22:00"));
    assertThat(deadline.from(OPENING, BERLIN)).isEqualTo(Instant.parse("2026-11-28T21:00:00Z"));
    assertThat(deadline.localFrom(OPENING, ZoneId.of("UTC")))
        .isEqualTo(LocalDateTime.parse("2026-11-27T22:00"));
  }

  @Test
  void hoursCountFromTheMomentOfOpening() {
    RelativeDeadline deadline = new AfterHours(36);
    assertThat(deadline.from(OPENING, BERLIN)).isEqualTo(Instant.parse("2026-11-26T11:30:00Z"));
    assertThat(deadline.localFrom(OPENING, BERLIN))
        .isEqualTo(LocalDateTime.parse("2026-11-26T12:30"));
  }

  @Test
  void hoursStayHoursWhenTheClockIsChanged() {
    Instant opening = Instant.parse("2027-03-27T12:00:00Z");
    assertThat(new AfterHours(24).from(opening, BERLIN))
        .isEqualTo(Instant.parse("2027-03-28T12:00:00Z"));
  }

  @Test
  void aTimeThatTheClockSkipsMovesForward() {
    Instant opening = Instant.parse("2027-03-25T12:00:00Z");
    assertThat(new OnDay(3, LocalTime.of(2, 30)).from(opening, BERLIN))
        .isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
  }

  @Test
  void theShortestTimeIsThatOfAnOpeningJustBeforeMidnight() {
    assertThat(new OnDay(1, LocalTime.of(22, 0)).shortest()).isEqualTo(Duration.ofHours(22));
    assertThat(new OnDay(2, LocalTime.of(0, 0)).shortest()).isEqualTo(Duration.ofHours(24));
    assertThat(new AfterHours(36).shortest()).isEqualTo(Duration.ofHours(36));
  }

  @Test
  void aDeadlineReadsAsTheManifestSpellsIt() {
    assertThat(new OnDay(3, LocalTime.of(6, 5))).hasToString("+3d 06:05");
    assertThat(new AfterHours(36)).hasToString("+36h");
  }
}

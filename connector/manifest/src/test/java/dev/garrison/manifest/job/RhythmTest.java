package dev.garrison.manifest.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RhythmTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Rhythm at(String cron) {
    return new Rhythm.At(CronExpression.parse(cron).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 2 * * *   | 2026-11-26T08:00:00Z | 2026-11-27T01:30:00Z",
        "0 7 * * 1    | 2026-11-26T08:00:00Z | 2026-11-30T06:00:00Z",
        "0 2,14 * * * | 2026-11-26T08:00:00Z | 2026-11-26T13:00:00Z",
        "0 0 29 2 *   | 2026-11-26T08:00:00Z | 2028-02-28T23:00:00Z",
        "*/15 * * * * | 2026-11-26T08:00:00Z | 2026-11-26T08:15:00Z"
      })
  void aCronExpressionMeansTimesOfItsZone(String cron, Instant after, Instant next) {
    assertThat(at(cron).next(after, BERLIN)).isEqualTo(next);
  }

  @Test
  void aTimeThatSpringLeavesOutIsRunOnThatDayAllTheSame() {
    Instant evening = Instant.parse("2027-03-27T20:00:00Z");
    Instant next = at("30 2 * * *").next(evening, BERLIN);
    assertThat(next).isEqualTo("2027-03-28T01:30:00Z");
    assertThat(at("30 2 * * *").next(next, BERLIN)).isEqualTo("2027-03-29T00:30:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 2 * * *    | Europe/Berlin       | 2027-03-28T00:59:59Z | 2027-03-28T01:30:00Z",
        "30 2 * * *    | Europe/Berlin       | 2027-03-28T01:00:00Z | 2027-03-28T01:30:00Z",
        "30 2 * * *    | Europe/Berlin       | 2027-03-28T01:29:59Z | 2027-03-28T01:30:00Z",
        "30 2 * * *    | Europe/Berlin       | 2027-03-28T01:30:00Z | 2027-03-29T00:30:00Z",
        "*/15 * * * *  | Europe/Berlin       | 2027-03-28T01:20:00Z | 2027-03-28T01:30:00Z",
        "15,40 2 * * * | Australia/Lord_Howe | 2026-10-03T15:30:00Z | 2026-10-03T15:40:00Z",
        "15,40 2 * * * | Australia/Lord_Howe | 2026-10-03T15:40:00Z | 2026-10-03T15:45:00Z"
      })
  void aTimeThatSpringLeftOutIsStillRunWhenAskedBehindTheGap(
      String cron, ZoneId zone, Instant after, Instant next) {
    assertThat(at(cron).next(after, zone)).isEqualTo(next);
  }

  @Test
  void aTimeThatAutumnBringsTwiceIsRunOnce() {
    Instant evening = Instant.parse("2026-10-24T20:00:00Z");
    Instant next = at("30 2 * * *").next(evening, BERLIN);
    assertThat(next).isEqualTo("2026-10-25T00:30:00Z");
    assertThat(at("30 2 * * *").next(next, BERLIN)).isEqualTo("2026-10-26T01:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "* * * *",
        "* * * * * *",
        "60 * * * *",
        "0 24 * * *",
        "0 0 30 2 *",
        "@daily",
        "a b c d e",
        "0 0 * * * ${x}"
      })
  void whatIsNoTimeThatEverComesIsNoCronExpression(String text) {
    assertThat(CronExpression.parse(text)).isEmpty();
  }

  @Test
  void anIntervalCountsFromTheEndOfTheLastRun() {
    Instant end = Instant.parse("2026-10-25T00:10:00Z");
    assertThat(new Rhythm.Every(Duration.ofHours(6)).next(end, BERLIN))
        .isEqualTo("2026-10-25T06:10:00Z");
  }

  @ParameterizedTest
  @CsvSource({"6, every 6h", "24, every 1d", "36, every 36h", "72, every 3d"})
  void anIntervalIsToldInDaysWhereItIsWholeDays(int hours, String words) {
    assertThat(new Rhythm.Every(Duration.ofHours(hours)).words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "22:00, 05:00, 21:59, false",
    "22:00, 05:00, 22:00, true",
    "22:00, 05:00, 04:59, true",
    "22:00, 05:00, 05:00, false",
    "08:00, 17:00, 08:00, true",
    "08:00, 17:00, 17:00, false",
    "08:00, 17:00, 03:00, false"
  })
  void aWindowMayGoPastMidnight(LocalTime from, LocalTime to, LocalTime time, boolean within) {
    assertThat(new WriteWindow(from, to).contains(time)).isEqualTo(within);
  }
}

package dev.garrison.recipe.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a ring that opens begins and is due, also where clocks are put forward or back. */
final class RingTimesTest {
  private static RingSchedule schedule(String keys, Instant asOf, String zone) {
    return new RingSchedule(new RingSite("", keys, "").pilot(), asOf, ZoneId.of(zone));
  }

  @ParameterizedTest
  @CsvSource({
    // by the servers' clocks, opened at, zone, begins, due by its clock, when the last is due
    "false, 2026-11-24T12:34:56Z, UTC,           2026-11-24T12:34, 2026-11-27T22:00, 2026-11-27T22:00:00Z",
    "false, 2026-11-24T12:34:56Z, Europe/Berlin, 2026-11-24T12:34, 2026-11-27T21:00, 2026-11-27T21:00:00Z",
    "false, 2026-11-24T23:30:00Z, Europe/Berlin, 2026-11-24T23:30, 2026-11-28T21:00, 2026-11-28T21:00:00Z",
    "true,  2026-11-24T12:34:56Z, Europe/Berlin, 2026-11-24T13:34, 2026-11-27T22:00, 2026-11-28T10:00:00Z",
    // three days from here the clock is put forward, in autumn back
    "false, 2027-03-26T12:00:00Z, Europe/Berlin, 2027-03-26T12:00, 2027-03-29T20:00, 2027-03-29T20:00:00Z",
    "false, 2027-10-29T12:00:00Z, Europe/Berlin, 2027-10-29T12:00, 2027-11-01T21:00, 2027-11-01T21:00:00Z",
    "true,  2027-03-26T12:00:00Z, Europe/Berlin, 2027-03-26T13:00, 2027-03-29T22:00, 2027-03-30T10:00:00Z"
  })
  void aRingBeginsAtOnceAndIsDueByTheWallClock(
      boolean local, Instant asOf, String zone, String begins, String clock, Instant last) {
    RingSchedule schedule = schedule(", localTime: " + local, asOf, zone);
    assertThat(schedule.schedule().start()).hasToString(begins);
    assertThat(schedule.schedule().deadline()).hasToString(clock);
    assertThat(schedule.due()).isEqualTo(last);
  }

  @Test
  void anHourThatTheClockLeavesOutIsTheOneAfterIt() {
    RingSchedule schedule =
        schedule(
            ", localTime: false, deadline: '+3d 02:30'",
            Instant.parse("2027-03-25T12:00:00Z"),
            "Europe/Berlin");
    assertThat(schedule.due()).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
  }

  @Test
  void anHourThatTheClockHasTwiceIsTheFirst() {
    RingSchedule schedule =
        schedule(
            ", localTime: false, deadline: '+3d 02:30'",
            Instant.parse("2027-10-28T12:00:00Z"),
            "Europe/Berlin");
    assertThat(schedule.due()).isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
  }

  private static List<String> problems(String root, String keys, Instant asOf, String zone) {
    RingSite site = new RingSite(root, keys, "");
    return new Deadlines(site.read(), new RingSchedule(site.pilot(), asOf, ZoneId.of(zone)))
        .problems().stream().map(Diagnostic::toString).toList();
  }

  @Test
  void aDeadlineOnABlackoutDayIsRefused() {
    assertThat(
            problems(
                "blackout: [2026-12-24, 2026-11-27]",
                "",
                Instant.parse("2026-11-24T12:00:00Z"),
                "UTC"))
        .containsExactly(
            "If ring \"pilot\" opens now, its deadline is on 2026-11-27, a blackout day (garrison.yaml:16). Open the ring on another day, or choose another \"deadline\". [DEADLINE_IN_BLACKOUT GAR-0525]");
    assertThat(problems("blackout: [2026-11-28]", "", Instant.parse("2026-11-24T12:00:00Z"), "UTC"))
        .isEmpty();
  }

  @Test
  void theDayOfADeadlineThatServersReadFromTheirClocksIsTheirs() {
    Instant evening = Instant.parse("2026-11-24T23:30:00Z");
    assertThat(problems("blackout: [2026-11-28]", ", localTime: true", evening, "Asia/Tokyo"))
        .hasSize(1);
    assertThat(problems("blackout: [2026-11-27]", ", localTime: true", evening, "Asia/Tokyo"))
        .isEmpty();
  }
}

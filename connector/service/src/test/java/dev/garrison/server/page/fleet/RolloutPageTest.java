package dev.garrison.server.page.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.ring.AntivirusCounts;
import dev.garrison.ring.AntivirusCounts.CountedServers;
import dev.garrison.server.page.chart.Bar;
import dev.garrison.server.page.fleet.RolloutPage.Condition;
import dev.garrison.server.page.fleet.RolloutPage.Lane;
import dev.garrison.server.reading.ApiAnswers.Gate;
import dev.garrison.server.reading.ApiAnswers.Ring;
import dev.garrison.server.reading.ApiAnswers.Standing;
import dev.garrison.server.reading.ApiAnswers.Targets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The criteria of a gate on the page are counted as the gate counts. */
final class RolloutPageTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final CountedServers NONE = new CountedServers(0, List.of());

  private static Ring ring(CountedServers unhealthy, CountedServers unknown) {
    return ring(
        "open",
        "because",
        Optional.of(NOW),
        Optional.of(new Targets(20, 20, 0, 0, 0, 0)),
        Optional.of(new AntivirusCounts(NONE, 20, unhealthy, NONE, unknown, 0)));
  }

  private static Ring ring(
      String state,
      String reason,
      Optional<Instant> opened,
      Optional<Targets> targets,
      Optional<AntivirusCounts> antivirus) {
    return new Ring(
        "pilot",
        1,
        List.of("Pilot"),
        25,
        20,
        List.of(),
        new Gate(95, 10, 90, 72, 504),
        Optional.of(new Standing(state, reason, NOW, opened, targets)),
        antivirus);
  }

  private static Lane lane(String state, Optional<Instant> opened, Optional<Targets> targets) {
    return new Lane(
        ring(state, "because", opened, targets, Optional.empty()),
        Optional.of(state),
        new Bar(List.of()),
        List.of(),
        Optional.empty());
  }

  @Test
  void unhealthyServersAreLeftOutOfTheOnboardedOnes() {
    CountedServers two = new CountedServers(2, List.of("SQL01", "SQL02"));

    assertThat(RolloutPage.conditions(ring(two, NONE)).getFirst())
        .isEqualTo(
            new Condition(
                "Onboarded, not counting 2 whose antivirus does not meet the ring's needs",
                "90% (18 of 20 servers)",
                "at least 95%",
                Optional.of(false)));
  }

  @Test
  void whatIsNotKnownIsNeitherMetNorNotMet() {
    CountedServers three = new CountedServers(3, List.of("A", "B", "C"));

    assertThat(RolloutPage.conditions(ring(NONE, three)))
        .contains(
            new Condition(
                "Onboarded without antivirus",
                "0 of 20 servers, 3 unknown",
                "must be 0",
                Optional.empty()));
  }

  @Test
  void noCriterionIsMetWithoutData() {
    Ring unread = ring("waiting", "because", Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(RolloutPage.conditions(unread))
        .hasSize(4)
        .allSatisfy(condition -> assertThat(condition.word()).isEqualTo("unknown"));
    Ring empty =
        ring(
            "open",
            "because",
            Optional.of(NOW),
            Optional.of(new Targets(0, 0, 0, 0, 0, 0)),
            Optional.empty());
    assertThat(RolloutPage.conditions(empty))
        .allSatisfy(condition -> assertThat(condition.isMet()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "halted, 'no data, its deployments are disabled'",
    "waiting, 'no data, the ring has not started'"
  })
  void aCriterionWithoutDataSaysWhy(String state, String value) {
    Ring ring = ring(state, "because", Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(RolloutPage.conditions(ring).getFirst().value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "open, because, unknown, not started",
    "soaking, '19 of 20 are onboarded, soaking until 2026-11-27T21:00:00Z', not met, started",
    "passed, '19 of 20 are onboarded, soaked since 2026-11-20T21:00:00Z', met, complete",
    "passed, 'its gate was skipped: urgent', unknown, not started"
  })
  void theSoakTimeIsACriterion(String state, String reason, String word, String value) {
    Condition soak =
        RolloutPage.conditions(
                ring(state, reason, Optional.of(NOW), Optional.empty(), Optional.empty()))
            .getLast();
    assertThat(soak.word()).isEqualTo(word);
    assertThat(soak.value()).isEqualTo(value);
    assertThat(soak.bound()).isEqualTo("3 days");
  }

  @Test
  void theNextRingStartsNoEarlierThanTheSoakTimeEnds() {
    String reason = "19 of 20 are onboarded, soaking until 2026-11-27T21:00:00Z";
    assertThat(
            RolloutPage.soakEnd(
                ring("soaking", reason, Optional.of(NOW), Optional.empty(), Optional.empty())))
        .contains(Instant.parse("2026-11-27T21:00:00Z"));
    assertThat(
            RolloutPage.soakEnd(
                ring("open", reason, Optional.of(NOW), Optional.empty(), Optional.empty())))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "waiting, false, not started, false",
    "open, false, ready to start, true",
    "open, true, in progress, true",
    "soaking, true, soaking, true",
    "passed, true, complete, true",
    "stalled, true, stalled, true",
    "blocked, false, blocked, false",
    "halted, true, halted, false"
  })
  void aRingWhoseTurnHasNotComeCannotBeHalted(
      String state, boolean hasStarted, String word, boolean canHalt) {
    Lane lane = lane(state, hasStarted ? Optional.of(NOW) : Optional.empty(), Optional.empty());
    assertThat(lane.word()).isEqualTo(word);
    assertThat(lane.canHalt()).isEqualTo(canHalt);
  }

  @Test
  void aHaltSaysHowManyServersMayStillInstall() {
    assertThat(lane("open", Optional.of(NOW), Optional.empty()).mayInstall())
        .isEqualTo("The number of servers that may still install is unknown.");
    assertThat(
            lane("open", Optional.of(NOW), Optional.of(new Targets(20, 11, 1, 5, 1, 2)))
                .mayInstall())
        .isEqualTo(
            "7 servers were installing or hadn't reported at the last check, and may still install. 1 server that failed may retry.");
    assertThat(
            lane("passed", Optional.of(NOW), Optional.of(new Targets(20, 20, 0, 0, 0, 0)))
                .mayInstall())
        .isEqualTo("No server was installing at the last check.");
  }
}

package dev.garrison.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingNote;
import dev.garrison.ring.RingState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate of each ring here: 95 percent onboarded, 10 failed, 90 report, 3 days, 21 days. */
final class RolloutTest {
  private static final RingNote.HaltOrder ORDER =
      new RingNote.HaltOrder("anna", Instant.parse("2026-11-24T21:04:00Z"));

  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final RingHealth WELL = new RingHealth(19, 0, 1, 0, 0);

  @Test
  void aGateStaysClosedWhileSomeOfItsServersAreNotDeployedTo() {
    RingVerdict verdict =
        decide(
                new RingSituation(
                    "pilot",
                    RingGate.DEFAULT,
                    Optional.of(daysAgo(9)),
                    WELL,
                    RingNote.NONE,
                    List.of("MDE pilot - 2012 R2"),
                    Optional.empty()))
            .getFirst();
    assertThat(verdict.state()).isEqualTo(RingState.OPEN);
    assertThat(verdict.reason()).isEqualTo("nothing is deployed to MDE pilot - 2012 R2 yet");
  }

  /**
   * One ring that was opened some days ago. Counts are onboarded, failed, under way, not ready,
   * silent.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no server yet           | 0  0 0 0 0 | 1  | -   | open    | no server is targeted yet
          nobody reports          | 0  0 0 0 20 | 1  | -   | open    | 0 of 20 servers (0%) reported, 90% required
          too few report          | 17 0 0 0 3 | 1  | -   | open    | 17 of 20 servers (85%) reported, 90% required
          under way               | 3  0 17 0 0 | 1  | -   | open    | 3 of 20 servers (15%) onboarded, 95% required
          one short               | 18 0 2 0 0 | 1  | -   | open    | 18 of 20 servers (90%) onboarded, 95% required
          not ready is not done   | 18 0 0 2 0 | 1  | -   | open    | 18 of 20 servers (90%) onboarded, 95% required
          just enough             | 19 0 1 0 0 | 1  | -   | soaking | 19 of 20 servers (95%) onboarded, soaking until 2026-11-27T21:00:00Z
          soaks on                | 19 1 0 0 0 | 2  | 1   | soaking | 19 of 20 servers (95%) onboarded, soaking until 2026-11-26T21:00:00Z
          a second before the end | 20 0 0 0 0 | 4  | 2.9 | soaking | 20 of 20 servers (100%) onboarded, soaking until 2026-11-24T23:24:00Z
          soaked                  | 20 0 0 0 0 | 4  | 3   | passed  | 20 of 20 servers (100%) onboarded, soaked since 2026-11-21T21:00:00Z
          fell back after passing | 18 0 2 0 0 | 9  | 5   | open    | 18 of 20 servers (90%) onboarded, 95% required
          as many failed as may   | 18 2 0 0 0 | 1  | -   | open    | 18 of 20 servers (90%) onboarded, 95% required
          one more                | 17 3 0 0 0 | 1  | -   | halted  | 3 of 20 servers (15%) failed, 10% allowed
          failed while soaking    | 17 3 0 0 0 | 9  | 1   | halted  | 3 of 20 servers (15%) failed, 10% allowed
          not yet stalled         | 10 0 0 0 10 | 20 | -   | open    | 10 of 20 servers (50%) reported, 90% required
          stalled                 | 10 0 0 0 10 | 21 | -   | stalled | not met 21 days after the ring opened: 10 of 20 servers (50%) reported, 90% required
          late, but soaking       | 19 0 1 0 0 | 30 | 1   | soaking | 19 of 20 servers (95%) onboarded, soaking until 2026-11-26T21:00:00Z
          """)
  void anOpenedRingIsJudgedByItself(
      String story, String counts, double openDays, String healthyDays, String state, String why) {
    Optional<Instant> healthy =
        healthyDays.equals("-")
            ? Optional.empty()
            : Optional.of(daysAgo(Double.parseDouble(healthyDays)));
    RingVerdict verdict =
        decide(
                new RingSituation(
                    "pilot",
                    RingGate.DEFAULT,
                    Optional.of(daysAgo(openDays)),
                    health(counts),
                    new RingNote(
                        healthy,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
            .getFirst();
    assertThat(verdict.state().word()).as(story).isEqualTo(state);
    assertThat(verdict.reason()).as(story).isEqualTo(why);
    assertThat(verdict.opens()).isFalse();
  }

  @Test
  void aRingWhoseServersAreNotReadyDoesNotOpenAndIsNotClosed() {
    RingVerdict verdict = decide(unready(Optional.empty())).getFirst();
    assertThat(verdict)
        .isEqualTo(
            new RingVerdict(
                "pilot", RingState.BLOCKED, "2 servers have no window", RingNote.NONE, false));
    assertThat(decide(unready(Optional.of(daysAgo(1)))).getFirst().state())
        .isEqualTo(RingState.SOAKING);
  }

  private static RingSituation unready(Optional<Instant> opened) {
    return new RingSituation(
        "pilot",
        RingGate.DEFAULT,
        opened,
        opened.isPresent() ? WELL : RingHealth.NONE,
        RingNote.NONE,
        List.of(),
        Optional.of("2 servers have no window"));
  }

  @Test
  void theFirstRingOpensAtOnceAndTheNextWaitsForIt() {
    List<RingVerdict> verdicts = decide(unopened("pilot"), unopened("broad"));
    assertThat(verdicts)
        .containsExactly(
            new RingVerdict("pilot", RingState.OPEN, "it is the first ring", RingNote.NONE, true),
            new RingVerdict(
                "broad",
                RingState.WAITING,
                "waits for ring pilot to meet its gate",
                RingNote.NONE,
                false));
  }

  @Test
  void theNextRingOpensWhenAllBeforeItHavePassed() {
    RingVerdict broad = decide(passed("pilot"), passed("early"), unopened("broad")).getLast();
    assertThat(broad.state()).isEqualTo(RingState.OPEN);
    assertThat(broad.reason()).isEqualTo("every earlier ring's gate is met or skipped");
    assertThat(broad.opens()).isTrue();
  }

  @Test
  void aRingWaitsForTheFirstGateThatIsClosedThoughOneInBetweenIsOpen() {
    RingVerdict broad =
        decide(opened("pilot", "10 0 10 0 0"), passed("early"), unopened("broad")).getLast();
    assertThat(broad.state()).isEqualTo(RingState.WAITING);
    assertThat(broad.reason()).isEqualTo("waits for ring pilot to meet its gate");
  }

  @Test
  void aRingThatWasOpenedGoesOnThoughOneBeforeItIsHalted() {
    List<RingVerdict> verdicts =
        decide(opened("pilot", "10 10 0 0 0"), opened("broad", "19 0 1 0 0"), unopened("rest"));
    assertThat(verdicts)
        .extracting(RingVerdict::state)
        .containsExactly(RingState.HALTED, RingState.SOAKING, RingState.WAITING);
    assertThat(verdicts.getLast().reason()).isEqualTo("waits for ring pilot to meet its gate");
  }

  @Test
  void aHaltIsNotedWithItsReasonAndOutlivesTheFailures() {
    RingVerdict halted = decide(opened("pilot", "10 10 0 0 0")).getFirst();
    assertThat(halted.note().text())
        .isEqualTo(
            "{halted: 10 of 20 servers (50%) failed, 10% allowed} {by the gate at 2026-11-24T21:00:00Z}");
    RingVerdict later =
        decide(
                new RingSituation(
                    "pilot", RingGate.DEFAULT, Optional.of(daysAgo(9)), WELL, halted.note()))
            .getFirst();
    assertThat(later.state()).isEqualTo(RingState.HALTED);
    assertThat(later.deploys()).isFalse();
    assertThat(later.note()).isEqualTo(halted.note());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          none is better yet        | 10 10 0 0 0 | 1 | open   | 10 of 20 servers (50%) failed before it was resumed, and are tried again until 2026-12-01T21:00:00Z
          some are repaired         | 16 4 0 0 0  | 7 | open   | 4 of 20 servers (20%) failed before it was resumed, and are tried again until 2026-11-25T21:00:00Z
          one more failed           | 9 11 0 0 0  | 1 | halted | 11 of 20 servers (55%) failed, 10% allowed
          no better after eight days| 16 4 0 0 0  | 8 | halted | 4 of 20 servers (20%) failed, 10% allowed
          """)
  void aResumedRingIsHaltedAgainByNewFailuresOrOldOnesThatStay(
      String story, String counts, int resumedDays, String state, String why) {
    RingVerdict again =
        decide(
                new RingSituation(
                    "pilot",
                    RingGate.DEFAULT,
                    Optional.of(daysAgo(9)),
                    health(counts),
                    RingNote.NONE.haltedBecause("disks", ORDER).resumed(daysAgo(resumedDays), 10)))
            .getFirst();
    assertThat(again.state().word()).as(story).isEqualTo(state);
    assertThat(again.reason()).as(story).isEqualTo(why);
  }

  @Test
  void aRingThatWasHaltedBeforeItOpenedDoesNotOpen() {
    RingVerdict broad =
        decide(
                passed("pilot"),
                new RingSituation(
                    "broad",
                    RingGate.DEFAULT,
                    Optional.empty(),
                    RingHealth.NONE,
                    RingNote.NONE.haltedBecause("not before January", ORDER)))
            .getLast();
    assertThat(broad.state()).isEqualTo(RingState.HALTED);
    assertThat(broad.reason()).isEqualTo("not before January (by anna, 2026-11-24T21:04:00Z)");
  }

  @Test
  void aSkippedGateIsNotWaitedForButStillHaltsOnFailures() {
    RingNote skipped = RingNote.NONE.skippedBecause("CHG7");
    RingSituation slow =
        new RingSituation(
            "pilot", RingGate.DEFAULT, Optional.of(daysAgo(1)), health("3 0 17 0 0"), skipped);
    RingSituation failing =
        new RingSituation(
            "pilot", RingGate.DEFAULT, Optional.of(daysAgo(1)), health("3 17 0 0 0"), skipped);
    assertThat(decide(slow).getFirst().state()).isEqualTo(RingState.PASSED);
    assertThat(decide(slow).getFirst().reason()).isEqualTo("its gate was skipped: CHG7");
    assertThat(decide(failing).getFirst().state()).isEqualTo(RingState.HALTED);
  }

  @Test
  void aSoakBeginsAnewWhenServersFallBack() {
    RingVerdict verdict =
        decide(
                new RingSituation(
                    "pilot",
                    RingGate.DEFAULT,
                    Optional.of(daysAgo(9)),
                    health("18 0 2 0 0"),
                    RingNote.NONE.healthy(daysAgo(2))))
            .getFirst();
    assertThat(verdict.note()).isEqualTo(RingNote.NONE);
  }

  @Test
  void nothingOpensOnABlackoutDay() {
    List<RingVerdict> verdicts = new Rollout(NOW, true).decide(List.of(unopened("pilot")));
    assertThat(verdicts.getFirst().state()).isEqualTo(RingState.WAITING);
    assertThat(verdicts.getFirst().reason()).isEqualTo("today is a blackout day");
  }

  @Test
  void aRingNeverOpensWhileAGateBeforeItIsClosed() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int run = 0; run < 20_000; run++) {
      List<RingSituation> rings = new ArrayList<>();
      for (int index = 0; index <= random.nextInt(5); index++) {
        rings.add(any("ring" + index, random));
      }
      boolean blackout = random.nextInt(8) == 0;
      List<RingVerdict> verdicts = new Rollout(NOW, blackout).decide(rings);
      for (int index = 0; index < rings.size(); index++) {
        if (verdicts.get(index).opens()) {
          assertThat(blackout).as("seed %d", seed).isFalse();
          assertThat(verdicts.subList(0, index))
              .as("seed %d: %s", seed, rings)
              .allMatch(verdict -> verdict.state() == RingState.PASSED);
          assertThat(rings.subList(0, index))
              .as("seed %d: %s", seed, rings)
              .allMatch(ring ->
                  ring.note().halted().isEmpty()
                      && ring.health().failed() * 10 <= ring.health().targeted());
        }
      }
    }
  }

  private static RingSituation any(String name, Random random) {
    RingHealth health =
        new RingHealth(
            random.nextInt(40),
            random.nextInt(3),
            random.nextInt(3),
            random.nextInt(2),
            random.nextInt(3));
    RingNote note =
        new RingNote(
            random.nextBoolean() ? Optional.of(daysAgo(random.nextInt(6))) : Optional.empty(),
            random.nextInt(6) == 0 ? Optional.of("by hand") : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            random.nextInt(6) == 0 ? Optional.of("CHG1") : Optional.empty(),
            Optional.empty());
    return new RingSituation(
        name,
        RingGate.DEFAULT,
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(daysAgo(random.nextInt(30))),
        health,
        note);
  }

  private static List<RingVerdict> decide(RingSituation... rings) {
    return new Rollout(NOW, false).decide(List.of(rings));
  }

  private static RingSituation unopened(String name) {
    return new RingSituation(
        name, RingGate.DEFAULT, Optional.empty(), RingHealth.NONE, RingNote.NONE);
  }

  private static RingSituation opened(String name, String counts) {
    return new RingSituation(
        name, RingGate.DEFAULT, Optional.of(daysAgo(1)), health(counts), RingNote.NONE);
  }

  private static RingSituation passed(String name) {
    return new RingSituation(
        name, RingGate.DEFAULT, Optional.of(daysAgo(9)), WELL, RingNote.NONE.healthy(daysAgo(4)));
  }

  private static RingHealth health(String counts) {
    List<Integer> each =
        java.util.Arrays.stream(counts.strip().split(" +"))
            .map(Integer::valueOf)
            .collect(Collectors.toList());
    return new RingHealth(each.get(0), each.get(1), each.get(2), each.get(3), each.get(4));
  }

  private static Instant daysAgo(double days) {
    return NOW.minus(Duration.ofMinutes(Math.round(days * 24 * 60)));
  }
}

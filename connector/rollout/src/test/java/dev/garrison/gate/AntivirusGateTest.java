package dev.garrison.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingNote;
import dev.garrison.ring.RingState;
import dev.garrison.ring.RingWindows.Lack;
import dev.garrison.ring.UnknownAntivirus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a gate makes of the antivirus of a ring's servers. */
final class AntivirusGateTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  private static List<RingVerdict> decide(RingSituation ring) {
    return new Rollout(NOW, false).decide(List.of(ring));
  }

  private static RingSituation guarded(boolean passive, int sample, RingAntivirus antivirus) {
    return new RingSituation(
        "pilot",
        RingGate.DEFAULT.sampling(sample),
        Optional.of(NOW.minus(Duration.ofDays(9))),
        new RingHealth(20, 0, 0, 0, 0),
        RingNote.NONE,
        List.of(),
        Optional.empty(),
        antivirus,
        passive);
  }

  private static RingAntivirus antivirus(
      int unhealthy, int unprotected, UnknownAntivirus unknown, int asked, int askedUnhealthy) {
    return new RingAntivirus(
        new TreeMap<>(),
        0,
        20,
        servers(unhealthy, "BAD"),
        servers(unprotected, "BARE"),
        unknown,
        asked,
        askedUnhealthy,
        Lack.NONE,
        0);
  }

  private static UnknownAntivirus modes(int number) {
    return new UnknownAntivirus(Lack.NONE, servers(number, "DIM"), Lack.NONE, false);
  }

  private static Lack servers(int number, String name) {
    Lack lack = Lack.NONE;
    for (int i = 1; i <= number; i++) {
      lack = lack.and(name + i);
    }
    return lack;
  }

  /** Ring, sample, unhealthy, unprotected, unknown, and asked servers of 20 that are onboarded. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          all is well, active      | false | 0 | 0 | 0 | 0  | 0 | soaking | 20 of 20 servers (100%) onboarded, soaking until 2026-11-27T21:00:00Z
          all is well, passive     | true  | 0 | 0 | 0 | 0  | 0 | soaking | 20 of 20 servers (100%) onboarded, soaking until 2026-11-27T21:00:00Z
          active, nothing told     | false | 0 | 0 | 0 | 20 | 0 | soaking | 20 of 20 servers (100%) onboarded, real-time protection not known on 20, soaking until 2026-11-27T21:00:00Z
          active, one off          | false | 0 | 1 | 0 | 0  | 0 | soaking | 19 of 20 servers (95%) onboarded, not counting 1 whose real-time protection is off: BAD1, soaking until 2026-11-27T21:00:00Z
          active, two off          | false | 0 | 2 | 0 | 0  | 0 | open    | 18 of 20 servers (90%) onboarded, 95% required, not counting 2 whose real-time protection is off: BAD1, BAD2
          passive, two normal      | true  | 0 | 2 | 0 | 0  | 0 | open    | 18 of 20 servers (90%) onboarded, 95% required, not counting 2 whose antivirus is not passive: BAD1, BAD2
          one is unprotected       | true  | 0 | 1 | 1 | 0  | 0 | open    | no antivirus protects 1 of its servers: BARE1; repair it there, leave the server out by "exceptions", or "garrison rollout skip pilot"
          passive, one unknown     | true  | 0 | 0 | 0 | 1  | 0 | open    | the antivirus mode of 1 of its 20 onboarded servers is not known (no mode reported by 1: DIM1); add the inventory class MSFT_MpComputerStatus, ask some servers by "gate.modeSample", or "garrison rollout skip pilot"
          a sample that is too small | true | 5 | 0 | 0 | 16 | 4 | open   | the antivirus mode of 16 of its 20 onboarded servers is not known (no mode reported by 16: DIM1, DIM2, DIM3, DIM4, DIM5, DIM6 and 10 more), and of 4 that answered 4 are passive where 5 are needed; add the inventory class MSFT_MpComputerStatus, or "garrison rollout skip pilot"
          a sample that speaks     | true  | 5 | 0 | 0 | 15 | 5 | soaking | 20 of 20 servers (100%) onboarded, the mode of 15 known by a sample only, soaking until 2026-11-27T21:00:00Z
          """)
  void aGateSeesTheAntivirusOfOnboardedServers(
      String story,
      boolean passive,
      int sample,
      int unhealthy,
      int unprotected,
      int unknown,
      int asked,
      String state,
      String why) {
    RingVerdict verdict =
        decide(
                guarded(
                    passive, sample, antivirus(unhealthy, unprotected, modes(unknown), asked, 0)))
            .getFirst();
    assertThat(verdict.state().word()).as(story).isEqualTo(state);
    assertThat(verdict.reason()).as(story).isEqualTo(why);
  }

  @Test
  void whereModesAreUnknownTheGateNamesEachCauseAndItsRemedy() {
    UnknownAntivirus unknown =
        new UnknownAntivirus(servers(2, "NEW"), servers(1, "DIM"), servers(1, "MUTE"), true);

    RingVerdict verdict = decide(guarded(true, 0, antivirus(0, 0, unknown, 0, 0))).getFirst();

    assertThat(verdict.reason())
        .isEqualTo(
            "the antivirus mode of 4 of its 20 onboarded servers is not known (no inventory since onboarding from 2: NEW1, NEW2; no mode reported by 1: DIM1; whether another antivirus runs is not known of 1: MUTE1); wait for hardware inventory, select the inventory class MSFT_MpComputerStatus for these servers too, name the other product in \"otherAntivirus\", ask some servers by \"gate.modeSample\", or \"garrison rollout skip pilot\"");
  }

  @Test
  void aSampleInWhichTooManyAreNotPassiveDoesNotSpeakForOthers() {
    RingSituation ring = guarded(true, 5, antivirus(1, 0, modes(14), 5, 1));

    RingVerdict verdict = decide(ring).getFirst();

    assertThat(verdict.state()).isEqualTo(RingState.OPEN);
    assertThat(verdict.reason())
        .startsWith("the antivirus mode of 14 of its 20 onboarded servers is not known")
        .contains(", and of 6 that answered 5 are passive where 5 are needed;");
  }

  /** Otherwise a server that is slow to answer would begin the soak anew night after night. */
  @Test
  void aSampleThatDidNotAnswerClosesTheGateAndDoesNotBeginTheSoakAnew() {
    RingSituation silent = guarded(true, 5, antivirus(0, 0, modes(20), 0, 0));
    Instant since = NOW.minus(Duration.ofDays(8));
    RingSituation soaking =
        new RingSituation(
            silent.ring(),
            silent.gate(),
            silent.opened(),
            silent.health(),
            RingNote.NONE.healthy(since),
            List.of(),
            Optional.empty(),
            silent.antivirus(),
            true);

    RingVerdict verdict = decide(soaking).getFirst();

    assertThat(verdict.state()).isEqualTo(RingState.OPEN);
    assertThat(verdict.note().healthySince()).contains(since);
  }

  @Test
  void aSkippedGateWaitsForNoAntivirusMode() {
    RingSituation ring = guarded(true, 0, antivirus(0, 0, modes(20), 0, 0));
    RingSituation skipped =
        new RingSituation(
            ring.ring(),
            ring.gate(),
            ring.opened(),
            ring.health(),
            RingNote.NONE.skippedBecause("checked by hand"),
            List.of(),
            Optional.empty(),
            ring.antivirus(),
            true);
    assertThat(decide(skipped).getFirst().state()).isEqualTo(RingState.PASSED);
  }

  /** A ring of 20 that has soaked, by its silent servers and those of them that are onboarded. */
  private static RingVerdict soaked(RingHealth health, int silent, int silentOnboarded) {
    return decide(
            new RingSituation(
                "pilot",
                RingGate.DEFAULT,
                Optional.of(NOW.minus(Duration.ofDays(9))),
                health,
                RingNote.NONE.healthy(NOW.minus(Duration.ofDays(4))),
                List.of(),
                Optional.empty(),
                new RingAntivirus(
                    new TreeMap<>(),
                    0,
                    20,
                    Lack.NONE,
                    Lack.NONE,
                    UnknownAntivirus.NONE,
                    0,
                    0,
                    servers(silent, "OFF"),
                    silentOnboarded),
                false))
        .getFirst();
  }

  @Test
  void aRingWhoseServersWereSilentForTheWholeSoakDoesNotPass() {
    RingVerdict verdict = soaked(new RingHealth(20, 0, 0, 0, 0), 2, 2);

    assertThat(verdict.state()).isEqualTo(RingState.OPEN);
    assertThat(verdict.reason())
        .isEqualTo(
            "nothing was heard from 2 servers since 2026-11-20T21:00:00Z, when the soak began: OFF1, OFF2;"
                + " without them, 18 of 20 servers (90%) onboarded, 95% required");
    assertThat(verdict.note().healthySince()).contains(NOW.minus(Duration.ofDays(4)));
  }

  @Test
  void asManySilentServersAsTheGateAllowsDoNotHoldItBack() {
    assertThat(soaked(new RingHealth(20, 0, 0, 0, 0), 1, 1).state()).isEqualTo(RingState.PASSED);
  }

  @Test
  void silentServersThatAreNotOnboardedDoNotCountAsReporting() {
    RingVerdict verdict = soaked(new RingHealth(95, 0, 5, 0, 0), 11, 6);

    assertThat(verdict.reason())
        .endsWith("; without them, 89 of 100 servers (89%) reported, 90% required");
  }
}

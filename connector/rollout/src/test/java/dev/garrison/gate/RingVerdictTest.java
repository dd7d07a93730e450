package dev.garrison.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.Resumption;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingNote;
import dev.garrison.ring.RingState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a verdict means for a ring's servers, and what is noted of it. */
final class RingVerdictTest {
  private static final RingNote.HaltOrder ORDER =
      new RingNote.HaltOrder("anna", Instant.parse("2026-11-24T21:04:00Z"));

  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "OPEN, true, open",
    "SOAKING, true, soaking",
    "PASSED, true, passed",
    "STALLED, true, stalled",
    "WAITING, false, waiting",
    "HALTED, false, halted"
  })
  void serversInstallWhileTheirRingIsOpenAndNotHalted(
      RingState state, boolean deploys, String word) {
    RingVerdict verdict = new RingVerdict("pilot", state, "", RingNote.NONE, false);
    assertThat(verdict.deploys()).isEqualTo(deploys);
    assertThat(state.word()).isEqualTo(word);
  }

  @Test
  void anotherNoteChangesNothingElse() {
    RingNote note = RingNote.NONE.haltedBecause("by hand", ORDER);
    assertThat(new RingVerdict("pilot", RingState.HALTED, "why", RingNote.NONE, true).noting(note))
        .isEqualTo(new RingVerdict("pilot", RingState.HALTED, "why", note, true));
  }

  @Test
  void aHaltWithoutAReasonSaysSo() {
    RingSituation ring =
        new RingSituation(
            "pilot",
            RingGate.DEFAULT,
            Optional.of(NOW),
            RingHealth.NONE,
            RingNote.in("Servers of ring pilot. {halted: }"));
    assertThat(new Rollout(NOW, false).decide(List.of(ring)).getFirst().reason())
        .isEqualTo("no reason was noted");
  }

  @Test
  void aReasonOfAHundredCharactersIsKeptAndALongerOneCut() {
    String longest = "x".repeat(RingNote.LONGEST_REASON);
    assertThat(RingNote.NONE.haltedBecause(longest, ORDER).halted()).contains(longest);
    assertThat(RingNote.NONE.haltedBecause(longest + "x", ORDER).halted())
        .contains("x".repeat(RingNote.LONGEST_REASON - 3) + "...");
    assertThat(RingNote.NONE.skippedBecause("a  {b}\n[c] ").skipped()).contains("a 'b' 'c'");
  }

  @Test
  void failuresCountAnewAfterEightDaysOrWhenThereAreMore() {
    Resumption resumption = new Resumption(NOW.plusMillis(5), 3);
    Instant end = NOW.plus(Duration.ofDays(8));
    assertThat(resumption.at()).isEqualTo(NOW);
    assertThat(resumption.until()).isEqualTo(end);
    assertThat(resumption.covers(3, end.minusSeconds(1))).isTrue();
    assertThat(resumption.covers(3, end)).isFalse();
    assertThat(resumption.covers(4, NOW)).isFalse();
  }
}

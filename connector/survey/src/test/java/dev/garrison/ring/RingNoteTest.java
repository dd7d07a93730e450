package dev.garrison.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.mecm.site.OnboardingRoute;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RingNoteTest {
  private static final RingNote.HaltOrder ORDER =
      new RingNote.HaltOrder("anna", Instant.parse("2026-11-24T21:04:00Z"));

  private static final Instant SINCE = Instant.parse("2026-11-24T21:04:00Z");

  @Test
  void aCommentWithoutANoteRemembersNothing() {
    assertThat(RingNote.in("Servers of ring pilot. [garrison:1:small]")).isEqualTo(RingNote.NONE);
    assertThat(RingNote.NONE.text()).isEmpty();
  }

  @Test
  void whatIsNotedIsReadAgainFromTheComment() {
    RingNote note =
        new RingNote(
            Optional.of(SINCE),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("CHG7: two are retired"),
            Optional.empty());
    assertThat(note.text())
        .isEqualTo("{gate skipped: CHG7: two are retired} {healthy since 2026-11-24T21:04:00Z}");
    assertThat(RingNote.in("Servers of ring pilot. " + note.text() + " [garrison:1:small]"))
        .isEqualTo(note);
  }

  @Test
  void aHaltEndsASoak() {
    RingNote halted = RingNote.NONE.healthy(SINCE).haltedBecause("sql07 lost its disk", ORDER);
    assertThat(halted.text())
        .isEqualTo("{halted: sql07 lost its disk} {by anna at 2026-11-24T21:04:00Z}");
  }

  @Test
  void theRouteIsRememberedFromAHaltUntilTheServersAreHealthy() {
    RingNote halted = RingNote.NONE.haltedBecause("x", ORDER).on(OnboardingRoute.CLIENT_SETTING);
    assertThat(halted.text())
        .isEqualTo("{halted: x} {by anna at 2026-11-24T21:04:00Z} {route: client-setting}");
    assertThat(RingNote.in(halted.text())).isEqualTo(halted);
    RingNote resumed = halted.resumed(SINCE, 0);
    assertThat(resumed.text()).isEqualTo("{route: client-setting}");
    assertThat(resumed.unhealthy()).isEqualTo(resumed);
    assertThat(resumed.healthy(SINCE).route()).isEmpty();
  }

  @Test
  void thatARingWasHaltedStaysNotedWhereNoRouteIs() {
    assertThat(RingNote.NONE.haltedBecause("x", ORDER).resumed(SINCE, 0).text())
        .isEqualTo("{resumed at 2026-11-24T21:04:00Z with 0 failed}");
  }

  @Test
  void aRouteThatNobodyKnowsIsNone() {
    assertThat(RingNote.in("{halted: x} {route: by hand}").route()).isEmpty();
  }

  @Test
  void howManyHadFailedWhenItWasResumedIsRemembered() {
    RingNote resumed = RingNote.NONE.haltedBecause("x", ORDER).resumed(SINCE, 40);
    assertThat(resumed.text()).isEqualTo("{resumed at 2026-11-24T21:04:00Z with 40 failed}");
    assertThat(RingNote.in(resumed.text())).isEqualTo(resumed);
    assertThat(resumed.healthy(SINCE).resumed()).isEmpty();
  }

  @Test
  void aSoakGoesOnFromItsBeginning() {
    RingNote note = RingNote.NONE.healthy(SINCE);
    assertThat(note.healthy(SINCE.plusSeconds(600))).isEqualTo(note);
  }

  @Test
  void aDamagedHaltIsStillAHalt() {
    assertThat(RingNote.in("x {halted").halted()).contains("");
    assertThat(RingNote.in("x {halted: because of").halted()).contains("because of");
  }

  @Test
  void aHaltOfAnEarlierVersionHasNobodyWhoOrderedIt() {
    assertThat(RingNote.in("{halted: x} {by anna at noon}").ordered()).isEmpty();
    assertThat(RingNote.in("{halted: x}").ordered()).isEmpty();
  }

  @Test
  void aNameCannotEndTheNote() {
    RingNote note =
        RingNote.NONE.haltedBecause("x", new RingNote.HaltOrder("a} at {b", ORDER.at()));
    assertThat(RingNote.in(note.text())).isEqualTo(note);
  }

  @Test
  void aTimeThatCannotBeReadBeginsTheSoakAnew() {
    assertThat(RingNote.in("{healthy since yesterday}").healthySince()).isEmpty();
  }

  @Test
  void aReasonCannotEndTheNoteOrTheMark() {
    RingNote note = RingNote.NONE.haltedBecause("a}b {c}\n[garrison:1:other]", ORDER);
    assertThat(note.text())
        .isEqualTo("{halted: a'b 'c' 'garrison:1:other'} {by anna at 2026-11-24T21:04:00Z}");
    assertThat(RingNote.in(note.text())).isEqualTo(note);
  }

  @Test
  void aLongReasonIsCut() {
    RingNote note = RingNote.NONE.skippedBecause("x".repeat(300));
    assertThat(note.skipped().orElseThrow()).hasSize(RingNote.LONGEST_REASON).endsWith("xxx...");
    assertThat(RingNote.in(note.text())).isEqualTo(note);
  }
}

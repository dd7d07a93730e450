package dev.garrison.mecm.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what a deployment beside onboarding is told from one that onboards. */
final class BesideNoteTest {
  @Test
  void whatItSaysOfItselfIsKnownAgainWithTheMarkBehindIt() {
    assertThat(BesideNote.ofMode("passive", "pilot")).isEqualTo("Antivirus passive in ring pilot.");
    assertThat(BesideNote.ofSettings("pilot")).isEqualTo("Settings in ring pilot.");
    assertThat(BesideNote.isIn(BesideNote.ofMode("passive", "pilot"))).isTrue();
    assertThat(BesideNote.isIn(BesideNote.ofMode("active", "pilot") + " [garrison:1:small]"))
        .isTrue();
    assertThat(BesideNote.isIn(BesideNote.ofSettings("pilot") + " [garrison:1:small]")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Ring pilot. [garrison:1:small]",
        "Antivirus gone in ring pilot.",
        "Not Antivirus passive in ring pilot.",
        "Settings of ring pilot."
      })
  void anythingElseIsNot(String description) {
    assertThat(BesideNote.isIn(description)).isFalse();
  }
}

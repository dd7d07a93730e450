package dev.garrison.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MarkTest {
  private final Mark mark = new Mark("contoso-prod");

  @Test
  void ourOwnTextIsOurs() {
    assertThat(mark.ownerOf(mark.after("Pilot servers"))).isEqualTo(new Owner.Ours());
  }

  @Test
  void anotherManifestIsNamed() {
    assertThat(mark.ownerOf("x [garrison:1:fabrikam] y"))
        .isEqualTo(new Owner.AnotherManifest("fabrikam"));
  }

  @Test
  void aTextWithoutMarkBelongsToNobody() {
    assertThat(mark.ownerOf("made by hand, see garrison:1:contoso-prod"))
        .isEqualTo(new Owner.Nobody());
  }

  @Test
  void aMarkOfALaterVersionIsStillRecognised() {
    assertThat(mark.ownerOf("[garrison:2:contoso-prod]")).isEqualTo(new Owner.Ours());
  }

  @Test
  void aNameThatWouldBreakTheMarkIsRefused() {
    assertThatThrownBy(() -> new Mark("a]b")).hasMessage("not the name of a manifest: a]b");
  }
}

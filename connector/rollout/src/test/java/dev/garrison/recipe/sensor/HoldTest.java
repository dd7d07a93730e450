package dev.garrison.recipe.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Message;
import dev.garrison.mecm.refresh.Evaluation;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What keeps an object from being written, and who ends that. */
final class HoldTest {
  private static final Wanted<Evaluation> OBJECT =
      new Wanted<>(Evaluation.address("a"), new Desired.Present<>(Evaluation.of("a", Set.of())));

  @Test
  void aHoldThatTimeEndsIsNotBlocked() {
    assertThat(Hold.waiting("it is Sunday").of(OBJECT))
        .isEqualTo(OBJECT.heldBecause("it is Sunday"));
  }

  @Test
  void aHoldThatAPersonEndsIsBlockedWithTheRemedy() {
    Wanted<Evaluation> held =
        Hold.blocked("no canary", Message.of("sensor-block.no-canary", "server", "wsus01"))
            .of(OBJECT);
    assertThat(held.held()).contains("no canary");
    assertThat(held.blocked())
        .contains(
            new Blockage(
                "no canary group is named for wsus01",
                "Name the group that gets the first approval with \"canary\" of wsus01 in the"
                    + " manifest."));
  }
}

package dev.garrison.server.page.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Waiting resolves by itself, and blocked needs a person: the page says which. */
final class PlanPagesTest {
  private static PlannedChange waiting(Optional<Blockage> blocked) {
    return new PlannedChange(
        new Address("content", "mde"),
        Action.WAIT,
        "because",
        List.of(),
        List.of(),
        Optional.empty(),
        "1",
        List.of(),
        blocked);
  }

  @Test
  void aWaitThatNeedsAPersonIsBlocked() {
    assertThat(ActionName.of(waiting(Optional.empty()))).isEqualTo("waiting");
    assertThat(ActionName.of(waiting(Optional.of(new Blockage("full disk", "Repair it.")))))
        .isEqualTo("blocked");
  }
}

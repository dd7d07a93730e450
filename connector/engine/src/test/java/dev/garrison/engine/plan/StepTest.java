package dev.garrison.engine.plan;

import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.WatchedThings;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Wanted;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StepTest {
  private static final Thing THEIRS = new Thing("made in the console", "1");

  private final Wanted<Thing> kept = wanted("a", THEIRS);
  private final Wanted<Thing> givenBack = kept.givingBack();

  private static Proposal proposed(Wanted<Thing> wanted, Thing there, Owner owner) {
    Observation<Thing> seen = new Observation.Found<>(there, owner, "id-a", "");
    return new Step<>(new ThingServer(), wanted, new Observation.Missing<>()).propose(seen);
  }

  @Test
  void whatIsGivenBackIsAsWantedWithoutOurMark() {
    assertThat(proposed(givenBack, THEIRS, new Owner.Nobody()))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "a thing"));
  }

  @Test
  void whatIsGivenBackAndIsNotAsItWasIsRefused() {
    assertThat(proposed(givenBack, new Thing("made in the console", "2"), new Owner.Nobody()))
        .isInstanceOf(Proposal.Refused.class);
    assertThat(proposed(givenBack, THEIRS, new Owner.AnotherManifest("fabrikam")))
        .isInstanceOf(Proposal.Refused.class);
  }

  @Test
  void whatIsNotGivenBackIsRefusedWithoutOurMark() {
    assertThat(proposed(kept, THEIRS, new Owner.Nobody())).isInstanceOf(Proposal.Refused.class);
  }

  @Test
  void whatIsGivenBackStaysSo() {
    assertThat(List.of(givenBack.heldBecause("later"), givenBack.afterAlso(Set.of())))
        .allMatch(Wanted::givenBack);
    assertThat(kept.givenBack()).isFalse();
  }

  @Test
  void whatGarrisonDoesNotWriteNeedsNothingAndHasNoWriter() {
    Wanted<Thing> needing = wanted("a", THEIRS.needing("b"));
    Observation<Thing> missing = new Observation.Missing<>();
    Step<Thing> watched = new Step<>(new WatchedThings(new ThingServer()), needing, missing);
    assertThat(watched.dependencies()).isEmpty();
    assertThat(watched.writer()).isEmpty();
    assertThat(new Step<>(new ThingServer(), needing, missing).dependencies())
        .containsExactly(ThingServer.address("b"));
  }
}

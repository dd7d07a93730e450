package dev.garrison.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.resource.Address;
import dev.garrison.language.Text;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is pinned of a ring's decision and of an offboarding's. */
final class DecisionsTest {
  private static RingDecision ring(String decision, int members) {
    return new RingDecision("pilot", decision, "it is the first ring", members, 25);
  }

  private static OffboardDecision leaving(String... servers) {
    return new OffboardDecision("old", "MDE leaving", List.of(servers), 25, List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "10, 10, true",
    "10, 11, true",
    "10, 12, false",
    "100, 110, true",
    "100, 111, false",
    "9, 10, false",
    "0, 0, true",
    "0, 1, false",
    "10, 0, true",
    "30000000, 33000000, true",
    "30000000, 33000001, false"
  })
  void aRingMayGrowByATenth(int agreed, int now, boolean holds) {
    assertThat(ring("open", agreed).staleness(ring("open", now)))
        .isEqualTo(
            holds
                ? Optional.empty()
                : Optional.of(
                    Text.of("stale.ring-servers", "ring", "pilot", "before", agreed, "now", now)));
  }

  @Test
  void anotherDecisionIsNamedBeforeTheNumberOfServers() {
    assertThat(ring("open", 10).staleness(ring("halted", 100)).map(Text::toString))
        .contains("ring \"pilot\" was \"open\" and is now \"halted\"");
  }

  @Test
  void anotherReasonForTheSameDecisionIsNoOtherDecision() {
    RingDecision now = new RingDecision("pilot", "open", "its gate is skipped", 10, 50);
    assertThat(ring("open", 10).staleness(now)).isEmpty();
  }

  @Test
  void nobodyIsAddedToWhomItWasAgreedToTakeOut() {
    assertThat(leaving("SRV1").staleness(leaving("SRV3", "SRV1", "SRV2")).map(Text::toString))
        .contains("offboard entry \"old\" has more servers: SRV2, SRV3");
  }

  @Test
  void serversThatHaveGoneSinceChangeNothing() {
    assertThat(leaving("SRV1", "SRV2").staleness(leaving("SRV2"))).isEmpty();
    assertThat(leaving("SRV1", "SRV2").staleness(leaving())).isEmpty();
  }

  @Test
  void aSecondServerOfOneNameIsOneMore() {
    assertThat(leaving("SRV1").staleness(leaving("SRV1", "SRV1")).map(Text::toString))
        .contains("offboard entry \"old\" has more servers: SRV1");
  }

  @Test
  void anotherCollectionIsAnotherDecisionThoughItsServersAreTheSame() {
    assertThat(
            leaving("SRV1")
                .staleness(new OffboardDecision("old", "All", List.of("SRV1"), 25, List.of()))
                .map(Text::toString))
        .contains("offboard entry \"old\" is for another collection");
  }

  @Test
  void anOffboardingListsServersAndObjectsInOrder() {
    OffboardDecision decision =
        new OffboardDecision(
            "old",
            "MDE leaving",
            List.of("SRV2", "SRV1"),
            25,
            List.of(new Address("deployment", "b"), new Address("deployment", "a")));
    assertThat(decision.servers()).containsExactly("SRV1", "SRV2");
    assertThat(decision.through())
        .containsExactly(new Address("deployment", "a"), new Address("deployment", "b"));
  }
}

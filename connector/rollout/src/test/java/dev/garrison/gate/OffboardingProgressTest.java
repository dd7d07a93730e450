package dev.garrison.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.gate.OffboardingProgress.Standing;
import dev.garrison.ring.LeavingServer;
import dev.garrison.ring.Offboarding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OffboardingProgressTest {
  private static final Instant CHANGED = Instant.parse("2026-11-24T21:05:00Z");

  private static LeavingServer server(
      boolean kept, Set<String> in, Optional<Instant> request, boolean released) {
    return new LeavingServer(1, "FS01", kept, in, request, released);
  }

  private static Standing standing(LeavingServer server, Optional<Instant> changed, boolean times) {
    return OffboardingProgress.of(new Offboarding(List.of(server), changed, times)).getFirst();
  }

  private static Standing standing(LeavingServer server) {
    return standing(server, Optional.of(CHANGED), true);
  }

  @Test
  void aServerThatTheSiteHasNotEvaluatedIsHeld() {
    assertThat(standing(server(false, Set.of(), Optional.empty(), true)).held())
        .contains("the site has not evaluated yet that it leaves");
  }

  @Test
  void aServerThatIsStillInARingIsHeldWhateverElseIsTrue() {
    Instant late = CHANGED.plus(Duration.ofDays(1));
    assertThat(standing(server(true, Set.of("b", "a"), Optional.of(late), true)).held())
        .contains("still in a, b");
  }

  @Test
  void aServerHasLeftOnlyWhenItAskedForPolicyThatTheSiteHadTimeToMake() {
    Optional<Instant> soon = Optional.of(CHANGED.plus(OffboardingProgress.POLICY_MADE));
    Optional<Instant> later = soon.map(time -> time.plusSeconds(1));
    Standing held = standing(server(true, Set.of(), soon, false));
    assertThat(held.held()).contains("has not asked for policy since 2026-11-24 21:10 UTC");
    assertThat(held.asks()).isTrue();
    assertThat(standing(server(true, Set.of(), later, false)).gone()).isTrue();
  }

  @Test
  void aServerThatNeverAskedIsHeld() {
    assertThat(standing(server(true, Set.of(), Optional.empty(), false)).gone()).isFalse();
  }

  @Test
  void whatHasLeftStaysSoThoughOthersLeaveLater() {
    assertThat(standing(server(true, Set.of(), Optional.empty(), true)).gone()).isTrue();
  }

  @Test
  void whereNothingEverOnboardedThereIsNothingToLeave() {
    assertThat(
            standing(server(true, Set.of(), Optional.empty(), false), Optional.empty(), true)
                .gone())
        .isTrue();
  }

  @Test
  void nothingFollowsFromTimesThatLieInTheFuture() {
    Optional<Instant> request = Optional.of(CHANGED.plus(Duration.ofDays(9)));
    assertThat(standing(server(true, Set.of(), request, false), Optional.of(CHANGED), false).held())
        .contains("the site's times lie in the future, so that nothing follows from them");
  }
}

package dev.garrison.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rollouts on a site that is upgraded from 2203 to 2207 while a ring is open, and whose servers
 * move to the client-setting route then (F2), the passive ring opening on it. Undisturbed, and with
 * five percent of the requests failing: one seed, with {@code -Dcampaign.full=true} two hundred,
 * with {@code -Dplay.seed=N} that one alone.
 */
final class MovingRolloutIT {
  private static final MixedFleet FLEET = MixedFleet.moving(60, 60);
  private static final List<Long> SEEDS =
      Optional.ofNullable(Long.getLong("play.seed"))
          .map(List::of)
          .orElseGet(() ->
              LongStream.rangeClosed(1, Boolean.getBoolean("campaign.full") ? 200 : 1)
                  .boxed()
                  .toList());

  @TempDir Path folder;

  @Test
  void noServerIsEverOnTwoRoutesAndAllComeToTheSameEndThoughRequestsFail() {
    Map<Boolean, List<String>> undisturbed = new HashMap<>();
    List<String> failures = new ArrayList<>();
    for (long seed : SEEDS) {
      try {
        List<String> objects =
            undisturbed.computeIfAbsent(
                Pace.isPausable(seed), pausable -> play(Pace.nightly(pausable), Optional.empty()));
        play(Pace.disturbed(seed), Optional.of(objects));
      } catch (AssertionError failure) {
        failures.add("seed %d: %s".formatted(seed, failure));
      }
    }
    assertThat(failures).isEmpty();
  }

  /** The site's objects in the end. */
  private List<String> play(Pace pace, Optional<List<String>> undisturbed) {
    try (Play play = new Play(FLEET, folder.resolve(pace.seed() + "-" + pace.pausable()), pace)) {
      play.run();
      assertThat(play.story())
          .containsSubsequence("main open", "main halted", "main passed", "passive open");
      Ending ending = new Ending(play.site(), FLEET);
      if (undisturbed.isEmpty()) {
        assertThat(play.refusals()).isEmpty();
      }
      ending.assertServersAreAsTheyShould();
      ending.assertStatusTellsTheTruth();
      undisturbed.ifPresent(ending::assertObjects);
      assertThat(play.site().lab().dump()).contains("policyDeployments:");
      return ending.objects();
    }
  }
}

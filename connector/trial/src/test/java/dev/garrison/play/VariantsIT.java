package dev.garrison.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.trial.SiteVariant;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rollout on sites that differ from the usual one, with 60 servers in all variants together;
 * with {@code -Dcampaign.full=true} with 400, in each alone too.
 */
final class VariantsIT {
  private static final boolean FULL = Boolean.getBoolean("campaign.full");
  private static final int SERVERS = FULL ? 400 : 60;

  @TempDir Path folder;

  static List<Set<SiteVariant>> variants() {
    return FULL ? SiteVariant.aloneAndTogether() : List.of(EnumSet.allOf(SiteVariant.class));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void serversComeToTheSameAsOnTheUsualSite(Set<SiteVariant> variants) {
    MixedFleet fleet = MixedFleet.of(SERVERS, SERVERS);
    try (Play play = new Play(fleet, folder, Pace.undisturbed(), variants)) {
      play.run();
      assertThat(play.refusals()).isEmpty();
      Ending ending = new Ending(play.site(), fleet);
      ending.assertServersAreAsTheyShould();
      ending.assertStatusTellsTheTruth();
    }
  }
}

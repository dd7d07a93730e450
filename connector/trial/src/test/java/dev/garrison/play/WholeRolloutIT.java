package dev.garrison.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeRolloutIT {
  @TempDir Path folder;

  @Test
  void fourHundredServersGoThroughThreeRingsOfWhichOneHaltsAndIsResumedAndSomeLeave() {
    MixedFleet fleet = MixedFleet.of(400, 400);
    try (Play play = new Play(fleet, folder, Pace.undisturbed())) {
      play.run();
      assertThat(play.story())
          .containsSubsequence(
              "pilot open",
              "pilot soaking",
              "pilot passed",
              "main open",
              "main halted",
              "main soaking",
              "main passed",
              "passive open",
              "passive passed");
      assertThat(play.refusals()).isEmpty();
      Ending ending = new Ending(play.site(), fleet);
      ending.assertServersAreAsTheyShould();
      ending.assertStatusTellsTheTruth();
    }
  }
}

package dev.garrison.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeRolloutIT {
  @TempDir Path folder;

  @Test
  void fourHundredServersGoThroughThreeRingsOfWhichOneHaltsAndIsResumed() {
    try (Play play = new Play(MixedFleet.of(400, 400), folder)) {
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
      play.assertServersAreAsTheyShould();
      play.assertStatusTellsTheTruth();
    }
  }
}

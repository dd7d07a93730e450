package dev.garrison.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Passive rollouts of sixty servers, each with a seed of its own: three, and with {@code
 * -Dcampaign.full=true} two hundred; with {@code -Dplay.seed=N} that one.
 */
final class PassiveRolloutIT {
  private static final Long ONE = Long.getLong("play.seed");

  @TempDir Path folder;

  @Test
  void noServerIsStrippedOfItsProtectionAndNoRingOpensOverOne() throws InterruptedException {
    play(ONE == null ? List.of(1L, 2L, 3L) : List.of(ONE));
  }

  @Test
  @Tag("campaign")
  void noServerIsStrippedForAnyOfTwoHundredSeeds() throws InterruptedException {
    play(LongStream.rangeClosed(1, 200).boxed().toList());
  }

  private void play(List<Long> seeds) throws InterruptedException {
    List<String> failures = new ArrayList<>();
    try (ExecutorService executor =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<?>> all = new ArrayList<>();
      seeds.forEach(seed -> all.add(executor.submit(() -> play(seed))));
      for (int index = 0; index < all.size(); index++) {
        try {
          all.get(index).get();
        } catch (ExecutionException failure) {
          failures.add("seed %d: %s".formatted(seeds.get(index), failure.getCause()));
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  private void play(long seed) {
    PassiveFleet fleet = PassiveFleet.of(seed);
    try (PassivePlay play = new PassivePlay(fleet, folder.resolve("seed-" + seed))) {
      play.run();
      assertThat(play.story()).containsSubsequence("pilot passed", "main passed");
      if (fleet.losesItsGate()) {
        assertThat(play.story()).containsSubsequence("pilot skipped", "main open");
      }
    }
  }
}

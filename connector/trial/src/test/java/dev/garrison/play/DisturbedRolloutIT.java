package dev.garrison.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred rollouts while five percent of the requests meet a fault, each with a seed of its
 * own; a line of each goes into {@code target/disturbed-rollouts.csv}. With {@code -Dplay.seed=N}
 * only that one. One such rollout, which also moves to the other route, is in {@link
 * MovingRolloutIT}.
 */
@Tag("campaign")
final class DisturbedRolloutIT {
  private static final MixedFleet FLEET = MixedFleet.of(80, 80);
  private static final List<Long> SEEDS =
      Optional.ofNullable(Long.getLong("play.seed"))
          .map(List::of)
          .orElseGet(() -> LongStream.rangeClosed(1, 200).boxed().toList());

  @TempDir Path folder;

  /** What became of one. */
  private record Played(long seed, int nights, int requests, int refusals) {
    String line() {
      return "%d,%d,%d,%d".formatted(seed, nights, requests, refusals);
    }
  }

  @Test
  void whileRequestsFailARolloutComesToTheSameEnd() throws InterruptedException, IOException {
    List<String> pausable = undisturbed(true);
    List<String> unpausable = undisturbed(false);
    List<String> failures = new ArrayList<>();
    List<String> lines = new ArrayList<>(List.of("seed,nights,requests,refusals"));
    try (ExecutorService executor =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<Played>> all =
          SEEDS.stream()
              .map(seed ->
                  executor.submit(() -> play(seed, Pace.isPausable(seed) ? pausable : unpausable)))
              .toList();
      for (int index = 0; index < all.size(); index++) {
        try {
          lines.add(all.get(index).get().line());
        } catch (ExecutionException failure) {
          failures.add("seed %d: %s".formatted(SEEDS.get(index), failure.getCause()));
        }
      }
    }
    Files.write(
        Files.createDirectories(Path.of("target")).resolve("disturbed-rollouts.csv"), lines);
    assertThat(failures).isEmpty();
  }

  private List<String> undisturbed(boolean pausable) {
    try (Play play =
        new Play(FLEET, folder.resolve("pausable-" + pausable), Pace.nightly(pausable))) {
      play.run();
      assertThat(play.story()).contains("main halted");
      assertThat(play.refusals()).isEmpty();
      return new Ending(play.site(), FLEET).objects();
    }
  }

  private Played play(long seed, List<String> undisturbed) {
    try (Play play = new Play(FLEET, folder.resolve("seed-" + seed), Pace.disturbed(seed))) {
      play.run();
      assertThat(play.story()).contains("main halted");
      Ending ending = new Ending(play.site(), FLEET);
      ending.assertServersAreAsTheyShould();
      ending.assertStatusTellsTheTruth();
      ending.assertObjects(undisturbed);
      return new Played(
          seed, play.turns(), play.site().lab().requests().all().size(), play.refusals().size());
    }
  }
}

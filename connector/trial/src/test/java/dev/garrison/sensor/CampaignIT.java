package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.wsus.work.Variant;
import dev.garrison.trial.ServerVariants;
import dev.garrison.trial.TrialUpdates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Catalogues, people and faults by chance, and what must hold whatever happens: nothing is declined
 * that a computer still needs, nothing of another number, family or channel is touched, and nothing
 * is written to a replica or a server of Configuration Manager. With {@code -Dcampaign.full=true} a
 * thousand of them; with {@code -Dplay.seed=N} that one.
 */
final class CampaignIT {
  private static final boolean FULL = Boolean.getBoolean("campaign.full");
  private static final List<Long> SEEDS =
      Optional.ofNullable(Long.getLong("play.seed"))
          .map(List::of)
          .orElseGet(() -> LongStream.rangeClosed(1, FULL ? 1000 : 25).boxed().toList());

  @TempDir private Path folder;

  @Test
  void whateverHappensOnlyWhatMayBeTouchedIsTouched() throws InterruptedException, IOException {
    List<String> failures = new ArrayList<>();
    List<String> lines = new ArrayList<>(List.of("seed,approvals,declines,refused,rounds"));
    int writes = 0;
    int declines = 0;
    try (ExecutorService executor =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<RandomSeason.Result>> all =
          SEEDS.stream().map(seed -> executor.submit(() -> play(seed))).toList();
      for (int index = 0; index < all.size(); index++) {
        try {
          RandomSeason.Result result = all.get(index).get();
          lines.add(SEEDS.get(index) + "," + result.line());
          writes += result.approvals();
          declines += result.declines();
        } catch (ExecutionException failure) {
          failures.add("seed %d: %s".formatted(SEEDS.get(index), failure.getCause()));
        }
      }
    }
    if (FULL) {
      Files.write(Files.createDirectories(Path.of("target")).resolve("update-seasons.csv"), lines);
    }
    assertThat(failures).isEmpty();
    if (SEEDS.size() > 1) {
      // A campaign in which nothing was written would prove nothing.
      assertThat(writes).isPositive();
      assertThat(declines).isPositive();
    }
  }

  /** Every other season is on servers that differ, in one variant or in all together. */
  private static Set<Variant> variants(long seed) {
    List<Set<Variant>> all = ServerVariants.each();
    return seed % 2 == 0 ? all.get((int) (seed / 2 % all.size())) : Set.of();
  }

  private RandomSeason.Result play(long seed) throws IOException {
    Path own = Files.createDirectories(folder.resolve("seed-" + seed));
    try (TrialUpdates trial = new TrialUpdates(own)) {
      Set<Variant> variants = variants(seed);
      trial
          .lab()
          .updateServers()
          .all()
          .forEach(server -> server.quirks(quirks -> quirks.vary(variants)));
      return new RandomSeason(trial, seed).play();
    }
  }
}

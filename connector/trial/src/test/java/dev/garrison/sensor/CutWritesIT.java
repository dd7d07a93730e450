package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.fault.Faults;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.servers.JavaProcess.Running;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.TrialUpdates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each write to an update server is cut before and after its effect, and the packed program is
 * killed at it; running again comes to the same end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CutWritesIT {
  private static final boolean FULL = Boolean.getBoolean("campaign.full");
  private static final int NIGHTS = EveryWrite.NIGHTS.size();
  private static final int AT_ONCE = 5;

  private final List<String> writes = new ArrayList<>();
  private final List<Integer> writesAfterNight = new ArrayList<>();
  private List<String> undisturbed = List.of();

  @BeforeAll
  void undisturbed(@TempDir Path folder) {
    try (TrialUpdates trial = new TrialUpdates(folder)) {
      EveryWrite play = new EveryWrite(trial);
      for (int night = 0; night < NIGHTS; night++) {
        play.before(night);
        play.apply();
        writesAfterNight.add(trial.writes("wsus01").size());
      }
      writes.addAll(trial.writes("wsus01"));
      undisturbed = play.left();
    }
  }

  @Test
  void everyKindOfWriteIsAmongThem() {
    assertThat(writes)
        .contains(
            "SetSubscription",
            "ExecuteSPAcceptEula",
            "ExecuteSPDeployUpdate1",
            "ExecuteSPDeclineUpdate",
            "ExecuteSPDeleteDeployment");
  }

  /** The first of each kind; with {@code -Dcampaign.full=true} every one. */
  Stream<Integer> places() {
    return IntStream.rangeClosed(1, writes.size())
        .filter(number -> FULL || writes.indexOf(writes.get(number - 1)) == number - 1)
        .boxed();
  }

  /** Those in one play; with {@code -Dcampaign.full=true} each in a play of its own. */
  Stream<List<Integer>> plays() {
    List<Integer> places = places().toList();
    return FULL ? places.stream().map(List::of) : Stream.of(places);
  }

  @ParameterizedTest
  @MethodSource("plays")
  void aWriteWhoseAnswerIsLostIsFoundAgain(List<Integer> numbers, @TempDir Path folder) {
    try (TrialUpdates trial = new TrialUpdates(folder)) {
      Faults faults = trial.server("wsus01").faults();
      if (FULL) {
        faults.cutAfterWrite(numbers.getFirst());
      } else {
        numbers.forEach(number -> faults.cutAfterEffect(kind(number)));
      }
      assertThat(left(trial)).isEqualTo(undisturbed);
    }
  }

  @ParameterizedTest
  @MethodSource("plays")
  void aWriteThatNeverArrivedIsSentAgain(List<Integer> numbers, @TempDir Path folder) {
    try (TrialUpdates trial = new TrialUpdates(folder)) {
      Faults faults = trial.server("wsus01").faults();
      if (FULL) {
        faults.cutBeforeWrite(numbers.getFirst());
      } else {
        numbers.forEach(number -> faults.cutBeforeEffect(kind(number)));
      }
      assertThat(left(trial)).isEqualTo(undisturbed);
    }
  }

  /** The next write of the kind that this one is of. */
  private RequestMatcher kind(int number) {
    return RequestMatcher.of("POST", writes.get(number - 1) + "$");
  }

  /** Most of their time is the pauses that spare a server, so they are played side by side. */
  @Test
  void aProcessKilledAfterTheEffectIsMadeUpForByTheNextRun(@TempDir Path folder) throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
      Map<Integer, Future<List<String>>> ends = new TreeMap<>();
      places()
          .forEach(number ->
              ends.put(
                  number,
                  executor.submit(() ->
                      leftAfterDeath(
                          number, Files.createDirectory(folder.resolve("write-" + number))))));
      for (Map.Entry<Integer, Future<List<String>>> end : ends.entrySet()) {
        assertThat(end.getValue().get())
            .as("killed at write %d", end.getKey())
            .isEqualTo(undisturbed);
      }
    }
  }

  private List<String> leftAfterDeath(int number, Path folder) throws InterruptedException {
    int killed =
        IntStream.range(0, NIGHTS)
            .filter(n -> number <= writesAfterNight.get(n))
            .findFirst()
            .orElseThrow();
    // The packed program goes by this machine's clock.
    Instant start = Instant.now().minus(EveryWrite.NIGHTS.get(killed)).minusSeconds(7200);
    try (TrialUpdates trial = new TrialUpdates(folder, start)) {
      EveryWrite play = new EveryWrite(trial);
      for (int night = 0; night < NIGHTS; night++) {
        play.before(night);
        if (night == killed) {
          kill(trial, number - (night == 0 ? 0 : writesAfterNight.get(night - 1)), folder);
        }
        play.apply();
      }
      return play.left();
    }
  }

  private static void kill(TrialUpdates trial, int number, Path folder)
      throws InterruptedException {
    CompletableFuture<Process> process = new CompletableFuture<>();
    trial
        .server("wsus01")
        .faults()
        .actAfterWrite(number, () -> process.join().destroyForcibly().onExit().join());
    Running running =
        PackedProgram.start(folder, "apply", "--only", "wsus", "--yes", "-f", "garrison.yaml");
    process.complete(running.process());
    assertThat(running.await().exit()).as("killed, not ended").isEqualTo(137);
  }

  private static List<String> left(TrialUpdates trial) {
    EveryWrite play = new EveryWrite(trial);
    for (int night = 0; night < NIGHTS; night++) {
      play.before(night);
      play.apply();
    }
    return play.left();
  }
}

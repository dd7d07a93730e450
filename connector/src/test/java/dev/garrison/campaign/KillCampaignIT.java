package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.ServedRequest;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.PackedProgram.Running;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The packed program is killed at a write, after its effect, while it waits for the answer. One
 * write of each kind; all of them with {@code -Dcampaign.full=true}. The runs that converge go on
 * in this JVM, with the state folder, lease and journal that the killed process left behind.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KillCampaignIT {
  private final Instant now = Instant.now();
  private static final Duration ROUND = Duration.ofMinutes(10);

  private List<ServedRequest> writes = List.of();
  private final List<Integer> writesAfterRound = new ArrayList<>();
  private String undisturbed = "";

  @BeforeAll
  void applyUndisturbed(@TempDir Path folder) {
    try (TrialSite site = new TrialSite("2107-rollup", folder, now)) {
      while (!site.plan().converged()) {
        round(site);
        writesAfterRound.add(site.lab().requests().writes().size());
      }
      writes = site.lab().requests().writes();
      undisturbed = site.lab().dump();
    }
  }

  Stream<Named<Integer>> writesToDieAt() {
    List<Named<Integer>> numbers = new ArrayList<>();
    Set<String> kinds = new HashSet<>();
    for (int number = 1; number <= writes.size(); number++) {
      ServedRequest write = writes.get(number - 1);
      if (kinds.add(write.path().replaceAll("'[^']*'|[0-9]+", ""))
          || Boolean.getBoolean("campaign.full")) {
        numbers.add(Named.of(number + " " + write, number));
      }
    }
    return numbers.stream();
  }

  @ParameterizedTest
  @MethodSource("writesToDieAt")
  void aProcessKilledAfterTheEffectIsMadeUpForByTheNextRun(int number, @TempDir Path folder)
      throws InterruptedException {
    try (TrialSite site = new TrialSite("2107-rollup", folder, now)) {
      int written = roundsBefore(number, site);
      CompletableFuture<Process> process = new CompletableFuture<>();
      site.lab().faults().actAfterWrite(number - written, () -> kill(process.join()));
      Running running = PackedProgram.start(folder, "apply", "--yes", "-f", "garrison.yaml");
      process.complete(running.process());
      assertThat(running.await().exit()).as("killed, not ended").isEqualTo(137);

      assertThat(site.converge()).isEmpty();
      assertThat(site.lab().dump()).isEqualTo(undisturbed);
      assertThat(site.plan().converged()).isTrue();
    }
  }

  /** The rounds that end before this write comes; says how many writes they made. */
  private int roundsBefore(int number, TrialSite site) {
    int written = 0;
    for (int after : writesAfterRound) {
      if (after >= number) {
        break;
      }
      round(site);
      written = after;
    }
    return written;
  }

  private static void round(TrialSite site) {
    assertThat(site.apply()).isEmpty();
    site.pass(ROUND);
  }

  private static void kill(Process process) {
    process.destroyForcibly().onExit().join();
  }
}

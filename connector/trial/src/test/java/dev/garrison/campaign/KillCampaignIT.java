package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.ServedRequest;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.servers.JavaProcess.Running;
import dev.garrison.share.samba.Samba;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.TrialShare;
import dev.garrison.trial.TrialSite;
import dev.garrison.trial.WritePlaces;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The packed program is killed at a write of each kind of an apply, after its effect, while it
 * waits for the answer. Content and lease are on a real Samba. The runs that converge go on in this
 * JVM, with the state folder, lease and journal that the killed process left behind. With {@code
 * -Dcampaign.full=true} it is killed at every write, and the same is done with a folder as share.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KillCampaignIT {
  private final Instant now = Instant.now();
  private static final Duration ROUND = Duration.ofMinutes(10);

  private Optional<SambaServer> samba = Optional.empty();
  private List<ServedRequest> writes = List.of();
  private final List<Integer> writesAfterRound = new ArrayList<>();
  private String undisturbed = "";

  @BeforeAll
  void applyUndisturbed(@TempDir Path folder) throws IOException, InterruptedException {
    samba = Optional.of(Samba.start(Samba.settings()));
    try (TrialSite site = new TrialSite("2107-rollup", folder, now)) {
      while (!site.plan().converged()) {
        round(site);
        writesAfterRound.add(site.lab().requests().writes().size());
      }
      writes = site.lab().requests().writes();
      undisturbed = site.lab().dump();
    }
  }

  @AfterAll
  void stopSamba() {
    samba.ifPresent(SambaServer::close);
  }

  /** Each write, and the share that goes with it. */
  Stream<Arguments> deaths() {
    List<ShareKind> shares =
        Boolean.getBoolean("campaign.full")
            ? List.of(ShareKind.SAMBA, ShareKind.FOLDER)
            : List.of(ShareKind.SAMBA);
    return shares.stream()
        .flatMap(share -> WritePlaces.of(writes).map(number -> Arguments.of(number, share)));
  }

  enum ShareKind {
    SAMBA,
    FOLDER
  }

  private TrialShare share(ShareKind kind, Path folder) {
    return switch (kind) {
      case SAMBA -> TrialShare.on(samba.orElseThrow(), samba.orElseThrow().port(), folder);
      case FOLDER -> TrialShare.of(folder.resolve("share"));
    };
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void aProcessKilledAfterTheEffectIsMadeUpForByTheNextRun(
      int number, ShareKind kind, @TempDir Path folder) throws InterruptedException {
    try (TrialSite site = new TrialSite("2107-rollup", folder, now, share(kind, folder))) {
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

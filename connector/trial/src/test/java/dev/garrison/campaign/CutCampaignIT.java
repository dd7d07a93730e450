package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.lab.ServedRequest;
import dev.garrison.lab.fault.Faults;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.share.samba.Samba;
import dev.garrison.trial.TrialShare;
import dev.garrison.trial.TrialSite;
import dev.garrison.trial.WritePlaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The connection breaks at a write of each kind of an apply, with {@code -Dcampaign.full=true} at
 * every single one, once before and once after its effect. Content goes to a folder before and to a
 * real Samba after the effect.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CutCampaignIT {
  private Optional<SambaServer> samba = Optional.empty();
  private List<ServedRequest> writes = List.of();
  private String undisturbed = "";

  @BeforeAll
  void applyUndisturbed(@TempDir Path folder) throws IOException, InterruptedException {
    samba = Optional.of(Samba.start(Samba.settings()));
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      assertThat(site.converge()).isEmpty();
      writes = site.lab().requests().writes();
      undisturbed = site.lab().dump();
    }
  }

  @AfterAll
  void stopSamba() {
    samba.ifPresent(SambaServer::close);
  }

  Stream<Named<Integer>> eachWrite() {
    return WritePlaces.of(writes);
  }

  @ParameterizedTest
  @MethodSource("eachWrite")
  void aCutAfterTheEffectLosesNothingAndDoublesNothing(int number, @TempDir Path folder) {
    SambaServer server = samba.orElseThrow();
    TrialShare share = TrialShare.on(server, server.port(), folder);
    convergesAfter(folder, share, faults -> faults.cutAfterWrite(number));
  }

  @ParameterizedTest
  @MethodSource("eachWrite")
  void aCutBeforeTheEffectIsMadeUpForByTheNextRun(int number, @TempDir Path folder) {
    TrialShare share = TrialShare.of(folder.resolve("share"));
    convergesAfter(folder, share, faults -> faults.cutBeforeWrite(number));
  }

  private void convergesAfter(Path folder, TrialShare share, Consumer<Faults> fault) {
    try (TrialSite site = new TrialSite("2107-rollup", folder, TrialSite.START, share)) {
      fault.accept(site.lab().faults());
      List<Diagnostic> first = site.converge();
      assertThat(site.converge()).as("the next run, after %s", first).isEmpty();
      assertThat(site.lab().dump()).isEqualTo(undisturbed);
      assertThat(site.plan().converged()).isTrue();
    }
  }
}

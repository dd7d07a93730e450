package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.files.SmallMount;
import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.JavaProcess.Result;
import dev.garrison.servers.JavaProcess.Running;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The share, a real Samba, fails the packed program while it publishes the second of two versions,
 * or later; or the program ends there. No half version shows, and the next run comes to the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ShareFaultIT {
  private static final String AGAIN =
      "Free up space on the share, and run the command again. Complete files aren't sent again.";

  private static final String ENDED =
      "error: Garrison was stopped while it was writing. The last change may have taken effect."
          + " [GAR-0744] Fix: Run the same command again. Garrison reads the site first and continues from there.";

  private final Instant now = Instant.now();
  private String undisturbed = "";

  @TempDir Path folder;
  private SambaTrial trial;

  @BeforeAll
  void applyUndisturbed(@TempDir Path other) {
    try (TrialSite site = new TrialSite("2107-rollup", other, now)) {
      assertThat(site.converge()).isEmpty();
      undisturbed = site.lab().dump();
    }
  }

  @BeforeEach
  void start() throws IOException, InterruptedException {
    trial = new SambaTrial(folder, now);
  }

  @AfterEach
  void stop() throws IOException {
    trial.close();
  }

  private Result apply() throws InterruptedException {
    return PackedProgram.run(folder, "apply", "--yes");
  }

  /** One problem per expression, with the place on the share left out, and a version's name. */
  private void assertProblems(Result result, String... regexes) {
    assertThat(result.exit()).as("%s", result).isEqualTo(1);
    assertThat(result.problems()).hasSameSizeAs(regexes);
    for (int i = 0; i < regexes.length; i++) {
      assertThat(
              result
                  .problems()
                  .get(i)
                  .replace(trial.publishTo(), "SHARE")
                  .replaceAll("/[0-9a-f]{12}\\b", "/VERSION"))
          .matches(regexes[i]);
    }
  }

  private void assertNextRunComesToTheSame() {
    assertThat(trial.halfVersions()).isEmpty();
    assertThat(trial.site().converge()).isEmpty();
    assertThat(trial.site().lab().dump()).isEqualTo(undisturbed);
    assertThat(trial.site().plan().converged()).isTrue();
    assertThat(trial.wholeVersions()).isEqualTo(2);
  }

  @Test
  void aServerThatStopsWhileContentIsPublishedIsOneDiagnostic() throws Exception {
    trial.proxy().once(trial::secondVersionBegun, trial.server()::stop);
    assertProblems(
        apply(),
        "error: Garrison can't \\w+ \"SHARE/mde-onboarding/VERSION[^\"]*\": the share became unavailable \\(.*\\)\\. \\[GAR-0305\\] Fix: Run the command again when the share is available\\. No incomplete version is visible, and the transfer resumes where it was interrupted\\.");
    assertThat(trial.site().lab().requests().writes()).as("without the lease").isEmpty();
    trial.server().resume();
    assertNextRunComesToTheSame();
  }

  @Test
  void aServerThatStopsLaterTakesTheLeaseAway() throws Exception {
    trial.site().lab().faults().afterWrite(4, trial.server()::stop);
    assertProblems(
        apply(),
        "error: The lock on this site was lost: Garrison can't lock \"SHARE/.garrison-lease-PS1\": the share became unavailable \\(.*\\)\\. \\[GAR-0743\\] Fix: When the share is available and no other process writes to the site, run the same command again\\. Garrison reads the site first and continues\\. Nothing was written after the loss\\.");
    trial.server().resume();
    assertNextRunComesToTheSame();
  }

  /** Whether it meets a request under way, which nobody may send twice, is a matter of moments. */
  @Test
  void aConnectionThatIsCutAndComesBackIsOneDiagnosticAtMost() throws Exception {
    trial.proxy().once(trial::secondVersionBegun, trial.proxy()::cut);
    Result result = apply();
    if (result.exit() == 1) {
      assertProblems(
          result,
          "error: Garrison can't \\w+ \"SHARE/[^\"]*\": the share became unavailable \\(.*\\)\\. \\[GAR-0305\\] Fix: Run the command again when the share is available\\. No incomplete version is visible, and the transfer resumes where it was interrupted\\.");
    } else {
      assertThat(result.problems()).isEmpty();
      assertThat(result.exit()).as("distribution is under way").isEqualTo(3);
    }
    assertNextRunComesToTheSame();
  }

  @Test
  void aShareThatIsFullFromTheStartIsOneDiagnostic() throws Exception {
    try (SmallMount _ = SmallMount.at(trial.site().share(), "size=2m,mode=777")) {
      Path filler = fill(trial.site().share());
      assertProblems(
          apply(),
          "error: Garrison can't lock \"SHARE/.garrison-lease-PS1\": the share is full\\. \\[GAR-0303\\] Fix: "
              + AGAIN);
      Files.delete(filler);
      assertNextRunComesToTheSame();
    }
  }

  @Test
  void aShareThatFillsUpInTheMiddleIsToldForEachContentThatIsMissing() throws Exception {
    try (SmallMount _ = SmallMount.at(trial.site().share(), "size=2m,mode=777")) {
      trial.proxy().once(trial::secondVersionBegun, () -> fill(trial.site().share()));
      assertProblems(
          apply(),
          "error: Garrison can't write \"SHARE/mde-onboarding/VERSION/.*\\.part\": the share is full\\. \\[GAR-0303\\] Fix: "
              + AGAIN,
          "error: Garrison can't lock \"SHARE/mde-settings/\\.garrison\\.lock\": the share is full\\. \\[GAR-0303\\] Fix: "
              + AGAIN);
      Files.delete(trial.site().share().resolve("filler"));
      assertNextRunComesToTheSame();
    }
  }

  private static Path fill(Path share) {
    Path filler = share.resolve("filler");
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException full) {
      return filler;
    }
  }

  @Test
  void aShareThatIsSwitchedReadOnlyInTheMiddleIsOneDiagnostic() throws Exception {
    Path base = Files.createDirectory(trial.site().share().resolve("mde-onboarding"));
    try (SmallMount mount = SmallMount.at(base, "size=2m,mode=777")) {
      trial.proxy().once(trial::firstVersionWhole, () -> mount.remount("ro"));
      assertProblems(
          apply(),
          "error: Garrison can't lock \"SHARE/mde-onboarding/.garrison.lock\": the share is read-only\\. \\[GAR-0304\\] Fix: Publish to a share that the publishing account can change\\.");
      mount.remount("rw");
      assertNextRunComesToTheSame();
    }
  }

  @Test
  void theSecondOfTwoGarrisonsIsToldWhoWrites() throws Exception {
    CountDownLatch secondIsDone = new CountDownLatch(1);
    CountDownLatch firstWrites = new CountDownLatch(1);
    trial
        .site()
        .lab()
        .faults()
        .afterWrite(
            1,
            () -> {
              firstWrites.countDown();
              await(secondIsDone);
            });
    Running first = PackedProgram.start(folder, "apply", "--yes");
    await(firstWrites);
    Result second = apply();
    secondIsDone.countDown();
    assertProblems(
        second,
        "error: The site is locked by another Garrison process: Garrison can't lock \"SHARE/.garrison-lease-PS1\": another process is writing there \\(held by .*process "
            + first.process().pid()
            + ".*\\)\\. \\[GAR-0733\\] Fix: Wait until that process ends\\. The lock is then released automatically\\.");
    assertThat(first.await().problems()).isEmpty();
    assertNextRunComesToTheSame();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aProgramInterruptedWhileItPublishesSaysSo() throws Exception {
    Result result = startAndDo(JavaProcess::interrupt).await();
    assertThat(result.exit()).isEqualTo(130);
    assertThat(result.problems()).isEqualTo(List.of(ENDED));
    assertNextRunComesToTheSame();
  }

  @Test
  void aProgramKilledWhileItPublishesLeavesNoHalfVersionAndNoLease() throws Exception {
    Result result = startAndDo(process -> process.destroyForcibly().onExit().join()).await();
    assertThat(result.exit()).isEqualTo(137);
    assertThat(result.problems()).isEmpty();
    assertNextRunComesToTheSame();
  }

  /** Starts an apply, and does this with it while it publishes the second version. */
  private Running startAndDo(Consumer<Process> action) {
    CompletableFuture<Process> process = new CompletableFuture<>();
    trial.proxy().once(trial::secondVersionBegun, () -> action.accept(process.join()));
    Running running = PackedProgram.start(folder, "apply", "--yes");
    process.complete(running.process());
    return running;
  }
}

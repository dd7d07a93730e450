package dev.garrison.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.JavaProcess.Result;
import dev.garrison.servers.JavaProcess.Running;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.PackedProgram.Setting;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way with the packed program, one process per command. */
final class ProgramIT {
  private static final Duration CONTENT_MADE = Duration.ofMinutes(10);
  private static final Duration DISTRIBUTION = Duration.ofHours(2);
  private static final Pattern OTHER_DIGITS = Pattern.compile("[\\p{Nd}&&[^0-9]]");

  @TempDir Path folder;
  private TrialSite site;

  @BeforeEach
  void startSite() {
    site = new TrialSite("2107-rollup", folder, Instant.now());
  }

  @AfterEach
  void stopSite() {
    site.close();
  }

  private Result garrison(String... words) throws InterruptedException {
    return PackedProgram.run(folder, words);
  }

  @Test
  void versionSaysWhatRuns() throws Exception {
    Result version = garrison("version");
    assertThat(version.exit()).isZero();
    assertThat(version.out()).startsWith("garrison 0.1.0").contains("(Java 25");
    assertThat(version.err()).isEmpty();
  }

  @Test
  void theWholeWayHasTheExitCodesThatScriptsRelyOn() throws Exception {
    assertThat(garrison("plan").exit()).as("changes are pending").isEqualTo(2);
    Result first = garrison("apply", "--yes");
    assertThat(first.exit()).as("distribution is under way: %s", first).isEqualTo(3);
    site.pass(CONTENT_MADE);
    Result second = garrison("apply", "--yes");
    assertThat(second.exit()).as("%s", second).isEqualTo(3);
    site.pass(Duration.ofMinutes(1));
    Result waiting = garrison("plan");
    assertThat(waiting.exit()).as("only waiting is left: %s", waiting).isEqualTo(3);
    site.pass(DISTRIBUTION);
    Result third = garrison("apply", "--yes");
    assertThat(third.exit()).as("%s", third).isZero();
    assertThat(garrison("plan").exit()).as("nothing to do").isZero();
    Result verify = garrison("verify");
    assertThat(verify.exit()).isZero();
    assertThat(verify.out()).startsWith("No drift. All ");
    Result journal = garrison("journal", "verify");
    assertThat(journal.exit()).isZero();
    assertThat(garrison("journal", "show").out().lines()).hasSize(3);
  }

  @Test
  void jsonIsAllThatIsOnItsStandardOutput() throws Exception {
    Result plan = garrison("plan", "--json");
    assertThat(plan.exit()).isEqualTo(2);
    assertThat(plan.err()).isEmpty();
    JsonNode json = new ObjectMapper().readTree(plan.out());
    assertThat(json.path("plan").path("manifest").asText()).isEqualTo("trial");
    assertThat(json.path("plan").path("changes").size()).isGreaterThan(10);
  }

  @Test
  void anApplyAnswersInJsonAndSaysTheRestBeside() throws Exception {
    assertThat(garrison("plan", "--out", "plan.json").exit()).isEqualTo(2);
    Result apply = garrison("apply", "plan.json", "--json");
    assertThat(apply.exit()).as("%s", apply).isEqualTo(3);
    JsonNode answer = new ObjectMapper().readTree(apply.out());
    assertThat(answer.path("format").asText()).isEqualTo("garrison.apply/1");
    assertThat(answer.path("succeeded").asBoolean()).isTrue();
    assertThat(answer.path("complete").asBoolean()).isFalse();
    assertThat(answer.path("objects"))
        .extracting(each -> each.path("result").asText())
        .contains("done", "waits");
    assertThat(apply.err()).startsWith("Plan of plan.json: no change number, expires ");

    site.pass(CONTENT_MADE);
    assertThat(garrison("apply", "--yes").exit()).isEqualTo(3);
    site.pass(Duration.ofMinutes(1));
    Result nothing = garrison("apply", "--yes", "--json");
    assertThat(nothing.exit()).as("%s", nothing).isEqualTo(3);
    assertThat(new ObjectMapper().readTree(nothing.out()).path("run").isNull()).isTrue();
  }

  @Test
  void whatIsRecordedIsEnglishWhateverTheMachineSpeaks() throws Exception {
    Setting egypt =
        new Setting(
            List.of(),
            List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.extensions=u-nu-arab"),
            Map.of());
    Result plan = PackedProgram.start(folder, egypt, List.of("plan", "--json")).await();
    assertThat(plan.exit()).as("%s", plan).isEqualTo(2);
    assertThat(plan.out()).doesNotContainPattern(OTHER_DIGITS);
    Result apply = PackedProgram.start(folder, egypt, List.of("apply", "--yes")).await();
    assertThat(apply.exit()).as("%s", apply).isEqualTo(3);
    assertThat(apply.out()).doesNotContainPattern(OTHER_DIGITS);
    Result journal = garrison("journal", "show");
    assertThat(journal.out()).contains(" unchanged, ").doesNotContainPattern(OTHER_DIGITS);
  }

  @Test
  void aKeptPlanIsAppliedAsItIs() throws Exception {
    assertThat(garrison("plan", "--out", "plan.json").exit()).isEqualTo(2);
    Result apply = garrison("apply", "plan.json");
    assertThat(apply.exit()).as("%s", apply).isEqualTo(3);
    Result again = garrison("apply", "plan.json");
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).startsWith("error: The plan is stale: ").contains("GAR-");
  }

  @Test
  void anInterruptedApplySaysSoAndIsMadeUpForByTheNextRun() throws Exception {
    CompletableFuture<Process> process = new CompletableFuture<>();
    site.lab().faults().actAfterWrite(6, () -> JavaProcess.interrupt(process.join()));
    Running running = PackedProgram.start(folder, "apply", "--yes");
    process.complete(running.process());
    Result interrupted = running.await();
    assertThat(interrupted.exit()).isEqualTo(130);
    assertThat(interrupted.problems())
        .containsExactly(
            "error: Garrison was stopped while it was writing. The last change may have taken effect. [GAR-0744] Fix: Run the same command again. Garrison reads the site first and continues from there.");

    assertThat(site.converge()).isEmpty();
    assertThat(site.plan().converged()).isTrue();
    assertThat(garrison("verify").exit()).isZero();
    assertThat(garrison("journal", "verify").exit()).isZero();
  }

  @Test
  void theSecondOfTwoGarrisonsIsToldWhoWrites() throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    site.lab()
        .faults()
        .actAfterWrite(
            1,
            () -> {
              writing.countDown();
              await(goOn);
            });
    Running first = PackedProgram.start(folder, "apply", "--yes");
    assertThat(writing.await(60, TimeUnit.SECONDS)).isTrue();
    Result second = garrison("apply", "--yes");
    goOn.countDown();
    assertThat(second.exit()).isEqualTo(1);
    assertThat(second.err())
        .startsWith("error: The site is locked by another Garrison process: ")
        .contains("process " + first.process().pid());
    first.await();
    assertThat(site.converge()).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aRunCanBeTakenBack() throws Exception {
    String untouched = site.lab().dump();
    assertThat(garrison("apply", "--yes").exit()).isEqualTo(3);
    String run = garrison("journal", "show").out().strip().split("\\s+", 2)[0];
    assertThat(garrison("journal", "show", run).exit()).isZero();
    Result undo = garrison("undo", run, "--yes");
    assertThat(undo.exit()).as("%s", undo).isZero();
    assertThat(site.lab().dump()).isEqualTo(untouched);
  }
}

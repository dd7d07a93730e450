package dev.garrison.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.connection.Pause;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.json.Json;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.StateFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a job that plans makes by itself, and how its run ends. */
final class PlanWorkTest extends WorkTrial {
  private static final Set<ChangeKind> OF_SITE =
      EnumSet.of(ChangeKind.PREPARE, ChangeKind.HALT, ChangeKind.DEPLOY);
  private static final Finding REFUSED =
      new Finding("GAR-0504", "error", "content/a is refused.", "Ask the site why.");

  private final List<Duration> pauses = new ArrayList<>();
  private Pause pause = this::waitFor;

  private void waitFor(Duration time) {
    pauses.add(time);
    now = now.plus(time);
  }

  private JobReport run(JobTask task) throws InterruptedException {
    return new PlanWork(this::open, OF_SITE, time -> pause.pause(time)).run(task);
  }

  private JobReport run() throws InterruptedException {
    return run(rollout());
  }

  @Test
  void whatIsAsItShouldBeIsDone() throws Exception {
    site.want(site.content, "a", "1");
    site.content.put("a", Item.ours("1"));
    JobReport report = run();
    assertThat(report).isEqualTo(JobReport.of(JobOutcome.DONE, "everything matches the manifest"));
    assertThat(site.closed).isEqualTo(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void whatItMayMakeIsMadeAndPlannedAgainAfterTwentySeconds() throws Exception {
    site.want(site.content, "a", "1");
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.DONE);
    assertThat(report.summary()).isEqualTo("1 change made, everything matches the manifest");
    assertThat(report.plan()).isEmpty();
    assertThat(report.soon()).isFalse();
    assertThat(site.writes()).containsExactly("CREATE content/a");
    assertThat(pauses).containsExactly(Duration.ofSeconds(20));
  }

  @Test
  void theJournalNamesTheJobAndTheRun() throws Exception {
    site.want(site.content, "a", "1");
    JobReport report = run();
    assertThat(report.journals()).hasSize(1);
    JournalFolder journals =
        new JournalFolder(new Json(), new StateFolder(folder.resolve("state")), "PS1");
    assertThat(journals.entries(report.journals().getFirst().run()).toString())
        .contains("job rollout, run 7");
    assertThat(report.journals().getFirst().head()).hasSize(64);
  }

  @Test
  void whatItMayNotMakeIsLeftWithThePlanToApprove() throws Exception {
    site.want(site.content, "a", "1");
    site.want(site.approvals, "b", "1");
    site.want(site.declines, "c", "1");
    JobReport report =
        run(task(JobKind.ROLLOUT, JobMode.ENABLED, letting(JobKind.ROLLOUT, "[halt]")));
    assertThat(report.outcome()).isEqualTo(JobOutcome.PENDING);
    assertThat(report.summary()).isEqualTo("3 changes pending (1 prepare, 1 approve, 1 decline)");
    assertThat(report.plan().orElseThrow().plan().changes()).hasSize(3);
    assertThat(report.plan().orElseThrow().expires()).isEqualTo("2026-12-04T21:00:00Z");
    assertThat(report.soon()).isFalse();
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void aKindThatIsNotThisJobsBusinessIsNotMadeThoughTheManifestNamesIt() throws Exception {
    site.want(site.assignments, "a", "1");
    JobReport report =
        new PlanWork(this::open, EnumSet.of(ChangeKind.PREPARE), pause).run(rollout());
    assertThat(report.summary()).isEqualTo("1 change pending (1 deploy)");
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void aJobThatOnlyPlansMakesNothing() throws Exception {
    site.want(site.content, "a", "1");
    JobReport report =
        run(task(JobKind.ROLLOUT, JobMode.PLAN_ONLY, letting(JobKind.ROLLOUT, ALL_KINDS)));
    assertThat(report.outcome()).isEqualTo(JobOutcome.PENDING);
    assertThat(report.summary()).isEqualTo("1 change pending (1 prepare)");
    assertThat(report.soon()).isFalse();
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void whatItMayMakeWaitsForTheWindow() throws Exception {
    site.want(site.content, "a", "1");
    JobReport report =
        run(
            task(
                JobKind.ROLLOUT,
                JobMode.ENABLED,
                letting(JobKind.ROLLOUT, ALL_KINDS, ", window: \"01:00-05:00\"")));
    assertThat(report.outcome()).isEqualTo(JobOutcome.WAITING);
    assertThat(report.summary())
        .isEqualTo("1 waiting because the job may write only from 01:00 to 05:00");
    assertThat(report.journals()).isEmpty();
    assertThat(pauses).isEmpty();
    assertThat(report.plan()).isEmpty();
    assertThat(report.soon()).isFalse();
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void whatASiteIsAtBringsTheNextRunOn() throws Exception {
    site.want(site.content, "a", "1");
    site.content.atWork.add("a");
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.WAITING);
    assertThat(report.summary()).isEqualTo("1 waiting");
    assertThat(report.soon()).isTrue();
    assertThat(pauses).isEmpty();
  }

  @Test
  void whatADecisionHoldsBackDoesNotBringTheNextRunOn() throws Exception {
    site.wanted.add(
        Wanted.present(site.content.address("a"), Item.ours("1")).heldBecause("its gate"));
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.WAITING);
    assertThat(report.summary()).isEqualTo("1 waiting");
    assertThat(report.soon()).isFalse();
  }

  @Test
  void whatADecisionHoldsBackUntilAPersonActsIsAFinding() throws Exception {
    site.wanted.add(
        Wanted.present(site.content.address("a"), Item.ours("1"))
            .heldBecause("ring pilot: no window")
            .blockedBy(Optional.of(new Blockage("ring pilot: no window: FS01", "Assign one."))));
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.FINDINGS);
    assertThat(report.summary()).isEqualTo("1 blocked");
    assertThat(report.findings()).extracting(Finding::remedy).containsExactly("Assign one.");
    assertThat(report.soon()).isFalse();
  }

  @Test
  void aStepByHandIsWaitedForAndBringsNoRunOn() throws Exception {
    site.want(site.content, "a", "1");
    site.content.byHand.add("a");
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.WAITING);
    assertThat(report.summary()).isEqualTo("1 manual step");
    assertThat(report.soon()).isFalse();
  }

  @Test
  void whatTheSiteRefusesFailsTheRunAndIsNotTriedAgain() throws Exception {
    site.want(site.content, "a", "1");
    site.content.refused.add("a");
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.FAILED);
    assertThat(report.summary()).isEqualTo("1 failed");
    assertThat(report.findings()).containsExactly(REFUSED);
    assertThat(report.soon()).isFalse();
    assertThat(report.journals()).hasSize(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void oneThatFailsEndsTheRunThoughOthersWereMade() throws Exception {
    site.want(site.content, "a", "1");
    site.want(site.content, "b", "1");
    site.content.refused.add("a");
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.FAILED);
    assertThat(report.summary()).isEqualTo("1 change made, 1 failed");
    assertThat(site.writes()).containsExactly("CREATE content/b");
    assertThat(pauses).isEmpty();
  }

  @Test
  void aFailureComesBeforeAPlanToApprove() throws Exception {
    site.want(site.content, "a", "1");
    site.want(site.approvals, "b", "1");
    site.content.refused.add("a");
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.FAILED);
    assertThat(report.plan()).isEmpty();
  }

  @Test
  void whatSomebodyShouldLookAtIsAFinding() throws Exception {
    site.warnings.add(
        Diagnostic.warning(EngineCode.OBJECT_CHANGED, "A package ends.", "Get another."));
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.FINDINGS);
    assertThat(report.findings())
        .containsExactly(new Finding("GAR-0508", "warning", "A package ends.", "Get another."));
  }

  @Test
  void aPlanToApproveComesBeforeAWarning() throws Exception {
    site.want(site.approvals, "b", "1");
    site.warnings.add(
        Diagnostic.warning(EngineCode.OBJECT_CHANGED, "A package ends.", "Get another."));
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.PENDING);
    assertThat(report.findings()).hasSize(1);
  }

  @Test
  void aJobThatIsHeldBackInTheMiddleLeavesTheRestToTheNextRun() throws Exception {
    site.want(site.content, "a", "1");
    site.want(site.content, "b", "1");
    site.content.written = () -> meanwhile = JobMode.PAUSED;
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.WAITING);
    assertThat(report.summary()).isEqualTo("1 change made, 1 waiting because the job was paused");
    assertThat(report.findings()).isEmpty();
    assertThat(report.soon()).isFalse();
    assertThat(site.writes()).containsExactly("CREATE content/a");
  }

  @Test
  void whatTheSiteHasTakenAndNotDoneIsNotSentAgainInTheSameRun() throws Exception {
    site.want(site.content, "a", "1");
    site.content.later.add("a");
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.WAITING);
    assertThat(report.summary()).isEqualTo("1 waiting");
    assertThat(report.soon()).isTrue();
    assertThat(report.journals()).hasSize(1);
    assertThat(pauses).isEmpty();
    assertThat(site.writes()).containsExactly("CREATE content/a");
  }

  @Test
  void whatWasMadeInAnEarlierRoundAndIsNeededAgainStillWaits() throws Exception {
    site.want(site.content, "a", "1");
    pause =
        time -> {
          waitFor(time);
          site.content.there.clear();
          site.content.later.add("a");
          site.want(site.content, "b", "1");
          site.content.refused.add("b");
        };
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.FAILED);
    assertThat(report.summary()).isEqualTo("1 change made, 1 failed, 1 waiting");
    assertThat(site.writes()).containsExactly("CREATE content/a", "CREATE content/a");
  }

  @Test
  void aServiceThatEndsInTheMiddleStopsTheRun() throws Exception {
    site.want(site.content, "a", "1");
    site.want(site.content, "b", "1");
    site.content.written = () -> stopping = true;
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.STOPPED);
    assertThat(report.summary()).isEqualTo("1 change made, 1 failed");
    assertThat(report.findings())
        .containsExactly(new Finding("GAR-1077", "error", "The service was stopped.", "Nothing."));
    assertThat(site.writes()).containsExactly("CREATE content/a");
  }

  @Test
  void aServiceThatEndsBetweenTwoRoundsStopsTheRun() throws Exception {
    site.want(site.content, "a", "1");
    pause = _ -> stopping = true;
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.STOPPED);
    assertThat(report.summary()).isEqualTo("1 change made, then: The service was stopped.");
    assertThat(report.journals()).hasSize(1);
  }

  @Test
  void aServiceThatHasEndedReadsNothing() throws Exception {
    stopping = true;
    site.want(site.content, "a", "1");
    site.read =
        _ -> {
          throw new AssertionError("it was read");
        };
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.STOPPED);
    assertThat(report.summary()).isEqualTo("The service was stopped.");
  }

  @Test
  void whatWasMadeIsToldThoughTheSiteGoesAway() throws Exception {
    site.want(site.content, "a", "1");
    site.want(site.content, "b", "1");
    site.goesAwayAtRead(3);
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.FAILED);
    assertThat(report.summary()).isEqualTo("2 changes made, then: The site is gone.");
    assertThat(report.journals()).hasSize(1);
    assertThat(report.findings())
        .containsExactly(new Finding("GAR-0504", "error", "The site is gone.", "Start it."));
    assertThat(site.closed).isEqualTo(1);
  }

  @Test
  void whileSomebodyElseWritesTheRunIsBusy() throws Exception {
    site.want(site.content, "a", "1");
    site.holder = Optional.of("anna");
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.BUSY);
    assertThat(report.summary()).isEqualTo("Held by anna.");
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void theLeaseIsFreeAgainAfterTheRun() throws Exception {
    site.want(site.content, "a", "1");
    run();
    assertThat(site.holder).isEmpty();
  }

  @Test
  void aPlanThatNeverEndsIsLeftAfterTwentyRounds() throws Exception {
    site.want(site.content, "a", "1");
    pause =
        time -> {
          waitFor(time);
          site.content.there.clear();
        };
    JobReport report = run();
    assertThat(pauses).hasSize(20);
    assertThat(report.outcome()).isEqualTo(JobOutcome.WAITING);
    assertThat(report.summary()).isEqualTo("20 changes made, 1 waiting");
    assertThat(report.soon()).isTrue();
  }

  @Test
  void whatTakesServersOutIsNeverMade() throws Exception {
    site.want(site.assignments, "off", "1");
    site.offboarding.add(
        new OffboardDecision(
            "leavers",
            "Old servers",
            List.of("SQL07"),
            25,
            List.of(site.assignments.address("off"))));
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.PENDING);
    assertThat(report.summary()).isEqualTo("1 change always needs approval");
    assertThat(site.writes()).isEmpty();
  }
}

package dev.garrison.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobRun;
import dev.garrison.job.RunOrigin;
import dev.garrison.manifest.job.JobKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the history says of runs, and which of them may write when. */
final class JobRunnerTest extends RunnerTrial {
  @Test
  void aRunIsKeptFromItsBeginningToItsEnd() {
    List<JobRun> begun = new ArrayList<>();
    JobRun run =
        runner()
            .run(
                JobKind.EXPIRY,
                JobRun.Reason.COMMAND,
                "anna",
                RunOrigin.NONE,
                early -> {
                  begun.add(early);
                  now = NOW.plusSeconds(5);
                });
    assertThat(begun).hasSize(1);
    assertThat(begun.getFirst().outcome()).isEmpty();
    assertThat(begun.getFirst().id()).isEqualTo(run.id());
    assertThat(run.job()).isEqualTo(JobKind.EXPIRY);
    assertThat(run.reason()).isEqualTo(JobRun.Reason.COMMAND);
    assertThat(run.startedBy()).isEqualTo("anna");
    assertThat(run.mode()).isEqualTo(JobMode.PLAN_ONLY);
    assertThat(run.started()).isEqualTo(NOW);
    assertThat(run.ended()).contains(NOW.plusSeconds(5));
    assertThat(run.outcome()).contains(JobOutcome.DONE);
    assertThat(run.summary()).isEqualTo("nothing expires in the next 30 days");
  }

  @Test
  void whoRunsIsKeptWhereNobodyAsked() {
    assertThat(run(JobKind.EXPIRY).startedBy()).isEqualTo("svc on adm01");
    assertThat(runner().starter()).isEqualTo("svc on adm01");
  }

  @ParameterizedTest
  @CsvSource({
    "ROLLOUT, site",
    "PACKAGE_REFRESH, site",
    "DRIFT, everything",
    "SENSOR_UPDATE, wsus",
    "STATUS, site",
    "EXPIRY,",
    "HOUSEKEEPING,"
  })
  void eachJobOpensItsPartOfTheManifest(JobKind job, String part) {
    try {
      run(job);
    } catch (AssertionError nobodyMayAskForServers) {
      assertThat(job).isEqualTo(JobKind.STATUS);
    }
    assertThat(opened).isEqualTo(part == null ? List.of() : List.of(part));
  }

  @Test
  void aJobOfWhichNobodyDecidedWritesNothing() {
    site.want(site.content, "a", "1");
    JobRun run = run(JobKind.ROLLOUT);
    assertThat(run.outcome()).contains(JobOutcome.PENDING);
    assertThat(run.planKept()).isTrue();
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void anEnabledRolloutMakesWhatTheManifestNames() {
    mode(JobKind.ROLLOUT, JobMode.ENABLED);
    site.want(site.content, "a", "1");
    site.want(site.assignments, "b", "1");
    site.want(site.approvals, "c", "1");
    JobRun run = run(JobKind.ROLLOUT);
    assertThat(run.mode()).isEqualTo(JobMode.ENABLED);
    assertThat(run.summary()).isEqualTo("2 changes made, 1 change pending (1 approve)");
    assertThat(site.writes()).containsExactly("CREATE content/a", "CREATE setting-assignment/b");
  }

  @Test
  void aPackageRefreshOnlyPrepares() throws IOException {
    Files.writeString(
        file,
        text(
            "jobs:\n  schedules:\n    - {job: package-refresh, every: 6h, autoApply: [prepare]}\n"));
    mode(JobKind.PACKAGE_REFRESH, JobMode.ENABLED);
    site.want(site.content, "a", "1");
    site.want(site.assignments, "b", "1");
    assertThat(run(JobKind.PACKAGE_REFRESH).summary())
        .isEqualTo("1 change made, 1 change pending (1 deploy)");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 21:00-22:00, 1 change made",
    "'timeZone: Europe/Berlin', 21:00-22:00, 1 waiting",
    "'timeZone: Europe/Berlin', 22:00-23:00, 1 change made"
  })
  void timesAreMeantInTheManifestsZoneElseInTheComputers(String zone, String window, String summary)
      throws IOException {
    mode(JobKind.ROLLOUT, JobMode.ENABLED);
    site.want(site.content, "a", "1");
    Files.writeString(
        file,
        text(
            "jobs:\n%s  schedules:\n    - {job: rollout, every: 6h, autoApply: [prepare], window: \"%s\"}\n"
                .formatted(zone.isEmpty() ? "" : "  " + zone + "\n", window)));
    assertThat(run(JobKind.ROLLOUT).summary()).startsWith(summary);
  }

  @Test
  void aManifestWithMistakesFailsTheRun() throws IOException {
    Files.writeString(file, "apiVersion: garrison.dev/v1\n");
    JobRun run = run(JobKind.EXPIRY);
    assertThat(run.outcome()).contains(JobOutcome.FAILED);
    assertThat(run.findings()).extracting(Finding::code).contains("GAR-0105");
    assertThat(run.summary()).matches(".* \\(and \\d+ more\\)");
  }

  @Test
  void aJobThatIsUnderWayIsNotBegunAgain() {
    mode(JobKind.ROLLOUT, JobMode.ENABLED);
    site.want(site.content, "a", "1");
    JobRunner runner = runner();
    List<JobRun> second = new ArrayList<>();
    pause =
        time -> {
          now = now.plus(time);
          second.add(runner.run(JobKind.ROLLOUT, JobRun.Reason.SCHEDULE));
        };
    assertThat(runner.run(JobKind.ROLLOUT, JobRun.Reason.SCHEDULE).outcome())
        .contains(JobOutcome.DONE);
    assertThat(second).hasSize(1);
    assertThat(second.getFirst().outcome()).contains(JobOutcome.BUSY);
    assertThat(second.getFirst().summary()).isEqualTo("this process already runs the job");
    assertThat(runner.run(JobKind.ROLLOUT, JobRun.Reason.SCHEDULE).outcome())
        .contains(JobOutcome.DONE);
  }

  @Test
  void nothingMoreIsWrittenOnceTheServiceStops() {
    mode(JobKind.ROLLOUT, JobMode.ENABLED);
    site.want(site.content, "a", "1");
    site.want(site.content, "b", "1");
    JobRunner runner = runner();
    site.content.written = runner::stop;
    JobRun run = runner.run(JobKind.ROLLOUT, JobRun.Reason.SCHEDULE);
    assertThat(run.outcome()).contains(JobOutcome.STOPPED);
    assertThat(run.findings())
        .containsExactly(
            new Finding(
                "GAR-1077",
                "error",
                "The service was stopped.",
                "No action is needed. The next run reads the site first and continues. Nothing was written after the stop."));
    assertThat(site.writes()).containsExactly("CREATE content/a");
  }

  @Test
  void aRunWhoseWaitingIsInterruptedIsStopped() {
    mode(JobKind.ROLLOUT, JobMode.ENABLED);
    site.want(site.content, "a", "1");
    pause =
        _ -> {
          Thread.currentThread().interrupt();
          throw new InterruptedException();
        };
    JobRun run = run(JobKind.ROLLOUT);
    assertThat(run.outcome()).contains(JobOutcome.STOPPED);
    assertThat(run.summary()).isEqualTo("the service ended before the job");
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void whatIsCancelledIsStopped() {
    site.read =
        _ -> {
          throw new CancellationException();
        };
    assertThat(run(JobKind.DRIFT).outcome()).contains(JobOutcome.STOPPED);
  }

  @Test
  void anErrorThatTheEndOfTheServiceCausedIsItsEnd() {
    JobRunner runner = runner();
    site.read =
        _ -> {
          runner.stop();
          Thread.currentThread().interrupt();
          throw new IllegalStateException("closed by interrupt");
        };
    JobRun run = runner.run(JobKind.DRIFT, JobRun.Reason.SCHEDULE);
    assertThat(run.outcome()).contains(JobOutcome.STOPPED);
    assertThat(Thread.interrupted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void anyOtherErrorFailsTheRunAndIsThrown(boolean stopped) {
    JobRunner runner = runner();
    site.read =
        _ -> {
          if (stopped) {
            runner.stop();
          }
          throw new IllegalStateException("broken");
        };
    assertThatThrownBy(() -> runner.run(JobKind.DRIFT, JobRun.Reason.SCHEDULE))
        .hasMessage("broken");
    JobRun run = runs().latest(Optional.empty(), 1).getFirst();
    assertThat(run.outcome()).contains(JobOutcome.FAILED);
    assertThat(run.summary()).isEqualTo("an unexpected error ended the run");
    assertThat(run.findings())
        .containsExactly(
            new Finding(
                "GAR-1072",
                "error",
                "The job ended with an unexpected error: java.lang.IllegalStateException: broken.",
                "Run \"garrison job run drift --debug\", and report the output."));
  }

  @Test
  void whereNotEvenTheEndCanBeKeptTheErrorIsThrown() {
    JobRunner runner = runner();
    IllegalStateException broken = new IllegalStateException("broken");
    site.read =
        _ -> {
          closeHistory();
          throw broken;
        };
    assertThatThrownBy(() -> runner.run(JobKind.DRIFT, JobRun.Reason.SCHEDULE))
        .isSameAs(broken)
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
  }
}

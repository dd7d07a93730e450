package dev.garrison.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.job.JobMode;
import dev.garrison.job.JobRun;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.servers.JavaProcess;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.TrialJobs;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state folder is copied as docs/how-to/back-up.md says, lost, and put back. */
final class JobBackupIT {
  @TempDir private Path folder;
  private TrialSite site;
  private TrialJobs jobs;
  private Path state;

  @BeforeEach
  void start() throws InterruptedException {
    Path trial = folder.resolve("trial");
    site = new TrialSite("2107-rollup", trial);
    jobs = new TrialJobs(site);
    jobs.schedule("job: rollout, cron: \"30 2 * * *\", autoApply: [prepare]");
    jobs.set(JobKind.ROLLOUT, JobMode.ENABLED);
    jobs.run(JobKind.ROLLOUT);
    jobs.run(JobKind.STATUS);
    state = trial.resolve(".garrison");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void remove(Path from) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  @Test
  void aCopyOfTheWholeFolderBringsHistoryModesAndJournalsBack() throws Exception {
    List<JobRun> before;
    try (JobSchedule schedule = jobs.open()) {
      before = schedule.history().runs().latest(Optional.empty(), 10);
    }
    Path backup = folder.resolve("backup");
    copy(state, backup);
    remove(state);
    copy(backup, state);
    try (JobSchedule schedule = jobs.open()) {
      assertThat(schedule.history().runs().latest(Optional.empty(), 10))
          .isEqualTo(before)
          .hasSize(2);
      assertThat(schedule.history().modes().of(JobKind.ROLLOUT)).isEqualTo(JobMode.ENABLED);
      assertThat(schedule.history().standings().of("WEB02", 5)).hasSize(1);
    }
    assertThat(PackedProgram.run(folder.resolve("trial"), "journal", "verify").exit()).isZero();
  }

  @Test
  void withoutTheHistoryEveryJobIsPlanOnlyAndTheSiteIsAsTrueAsBefore() throws Exception {
    Path backup = folder.resolve("backup");
    copy(state, backup);
    remove(state);
    copy(backup, state);
    remove(state.resolve("service"));
    try (JobSchedule schedule = jobs.open()) {
      assertThat(schedule.history().modes().of(JobKind.ROLLOUT)).isEqualTo(JobMode.PLAN_ONLY);
      assertThat(schedule.history().runs().latest(Optional.empty(), 10)).isEmpty();
    }
    String dump = site.lab().dump();
    jobs.run(JobKind.ROLLOUT);
    assertThat(site.lab().dump()).as("plan-only").isEqualTo(dump);
  }

  @Test
  void aFileWithoutItsKeyIsRefusedAndLeftAlone() throws Exception {
    Files.delete(state.resolve("service/database.key"));
    JavaProcess.Result result = PackedProgram.run(folder.resolve("trial"), "job", "list");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err().replaceAll("\\s+", " "))
        .contains("it is gone, and the database is locked with it. [GAR-1074]", "restore a backup");
    assertThat(state.resolve("service/history.mv.db")).exists();
    assertThat(state.resolve("service/database.key")).doesNotExist();
  }
}

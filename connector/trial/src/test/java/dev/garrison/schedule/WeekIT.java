package dev.garrison.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper.ManualSchedulerBuilder;
import dev.garrison.history.StandingHistory.Stay;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobRun;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.trial.TrialJobs;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A week of the service on the stand-in site's clock, from Tuesday evening. */
final class WeekIT {
  private static final Duration TICK = Duration.ofMinutes(30);
  private static final int WEEK = 7 * 24 * 2;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final String JOBS =
      """
      sampleSharing: none
      jobs:
        timeZone: UTC
        schedules:
          - {job: rollout, cron: "0 2 * * *", autoApply: [prepare, deploy, halt]}
          - {job: status, cron: "0 6 * * *"}
          - {job: drift, cron: "0 12 * * 3,6"}
          - {job: expiry, cron: "0 7 * * 1"}
          - {job: housekeeping, cron: "0 4 * * 0"}
          - {job: package-refresh, cron: "0 5 * * 4"}\
      """;

  @TempDir private Path folder;
  private TrialSite site;
  private TrialJobs jobs;

  @BeforeEach
  void start() throws InterruptedException {
    site = new TrialSite("2107-rollup", folder);
    jobs = new TrialJobs(site);
    site.manifest().replace("sampleSharing: none", JOBS);
    jobs.set(JobKind.ROLLOUT, JobMode.ENABLED);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  /** The service, driven by hand. */
  private final class Driven {
    private final SettableClock clock = new SettableClock();
    private final ManualScheduler scheduler;

    Driven(JobSchedule schedule) {
      schedule.takeOver();
      JobTasks tasks = new JobTasks(schedule, _ -> {});
      clock.set(site.lab().clock().instant());
      ManualSchedulerBuilder builder =
          TestHelper.createManualScheduler(schedule.open().database().source(), tasks.all())
              .clock(clock);
      builder.serializer(new WordSerializer()).jdbcCustomization(new UtcTimes());
      scheduler = builder.build();
      tasks.align(scheduler);
    }

    void tick() {
      site.pass(TICK);
      clock.set(site.lab().clock().instant());
      scheduler.runAnyDueExecutions();
    }
  }

  /** A run that waits for the site moves the clock on by seconds: told to the half hour. */
  private static String hour(Instant time) {
    return DAY.format(Instant.ofEpochSecond(time.getEpochSecond() / 1800 * 1800));
  }

  private static List<String> told(List<JobRun> runs) {
    List<String> lines = new ArrayList<>();
    runs.reversed()
        .forEach(run ->
            lines.add(
                "%s %s, %s: %s"
                    .formatted(
                        hour(run.started()),
                        run.job().word(),
                        run.outcome().orElseThrow().word(),
                        run.summary())));
    return lines;
  }

  @Test
  void theHistoryTellsTheStoryOfTheWeek() throws InterruptedException {
    try (JobSchedule schedule = jobs.open()) {
      Driven service = new Driven(schedule);
      for (int tick = 0; tick < WEEK; tick++) {
        service.tick();
      }
      // The first deployments are made on Wednesday, and due three days later at 22:00.
      assertThat(told(schedule.history().runs().latest(Optional.empty(), 200)))
          .containsExactly(
              "Wed 02:00 rollout, waiting: 11 changes made, 10 waiting",
              "Wed 02:30 rollout, done: 6 changes made, everything matches the manifest",
              "Wed 06:00 status, done: 0 of 4 servers onboarded; 0 need attention; 4 changed state",
              "Wed 12:00 drift, done: no drift",
              "Thu 02:00 rollout, done: everything matches the manifest",
              "Thu 05:00 package-refresh, done: everything matches the manifest",
              "Thu 06:00 status, done: 0 of 4 servers onboarded; 0 need attention; 0 changed state",
              "Fri 02:00 rollout, done: everything matches the manifest",
              "Fri 06:00 status, done: 0 of 4 servers onboarded; 0 need attention; 0 changed state",
              "Sat 02:00 rollout, done: everything matches the manifest",
              "Sat 06:00 status, done: 0 of 4 servers onboarded; 0 need attention; 0 changed state",
              "Sat 12:00 drift, done: no drift",
              "Sun 02:00 rollout, done: 1 change made, everything matches the manifest",
              "Sun 04:00 housekeeping, done: deleted 0 runs and 0 server states from before 2025-10-25",
              "Sun 06:00 status, done: 3 of 4 servers onboarded; 0 need attention; 3 changed state",
              "Mon 02:00 rollout, done: everything matches the manifest",
              "Mon 06:00 status, done: 3 of 4 servers onboarded; 0 need attention; 0 changed state",
              "Mon 07:00 expiry, done: nothing expires in the next 30 days",
              "Tue 02:00 rollout, done: everything matches the manifest",
              "Tue 06:00 status, done: 3 of 4 servers onboarded; 0 need attention; 0 changed state");
      assertThat(story(schedule, "WEB02"))
          .containsExactly("waiting since Wed 06:00 until Sun 06:00", "onboarded since Sun 06:00");
      assertThat(story(schedule, "WEB01")).containsExactly("not-targeted since Wed 06:00");
    }
  }

  private static List<String> story(JobSchedule schedule, String server) {
    return schedule.history().standings().of(server, 20).reversed().stream()
        .map(WeekIT::told)
        .toList();
  }

  private static String told(Stay stay) {
    return "%s since %s%s"
        .formatted(
            stay.state(),
            hour(stay.since()),
            stay.until().map((Instant until) -> " until " + hour(until)).orElse(""));
  }
}

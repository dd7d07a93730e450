package dev.garrison.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.jobaccess.JobOnDemand;
import dev.garrison.json.Json;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.schedule.Service;
import dev.garrison.state.PlanFiles;
import dev.garrison.trial.TrialJobs;
import dev.garrison.trial.TrialSite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs on the command line. */
final class JobCommandIT {
  @TempDir private Path folder;
  private TrialSite site;

  @BeforeEach
  void start() {
    site = new TrialSite("2107-rollup", folder);
    new TrialJobs(site).schedule("job: rollout, cron: \"30 2 * * *\", autoApply: [prepare]");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private record Printed(int exit, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  private Printed run(String... words) {
    site.pass(Duration.ofMinutes(1));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    TrialJobs jobs = new TrialJobs(site);
    List<String> all = new ArrayList<>(Arrays.asList(words));
    all.addAll(List.of("-f", site.manifest().file().toString()));
    int exit =
        new CommandLineProgram(
                console,
                "test",
                List.of(
                    new JobCommand(console, jobs.opening(), new JobOnDemand(site::pass)),
                    new ServeCommand(
                        console, jobs.schedules(), "test", Optional::empty, (_, _) -> {})))
            .run(all.toArray(String[]::new));
    return new Printed(exit, out.toString(), err.toString());
  }

  private static JsonNode json(Printed printed) {
    return new Json().parse(printed.out());
  }

  @Test
  void theListShowsModeScheduleAndLastRun() {
    run("job", "run", "rollout");
    run("job", "pause", "drift");
    assertThat(run("job", "list").out())
        .isEqualTo(
            """
            job              mode       schedule    next  last run
            sensor-update    plan-only  none        -     never
            rollout          plan-only  30 2 * * *  -     run 1, 2026-11-24 21:01, pending
            package-refresh  plan-only  none        -     never
            drift            paused     none        -     never
            status           plan-only  none        -     never
            expiry           plan-only  none        -     never
            housekeeping     plan-only  none        -     never

            Times are in UTC. A job that is \"plan-only\" makes no changes.
            """);
  }

  @Test
  void aLongScheduleMakesItsColumnWider() {
    site.manifest()
        .text(site.manifest().text().replace("30 2 * * *", "0,15,30,45 1-5 1-7,15-21 * 1-5"));
    assertThat(run("job", "list").lines())
        .startsWith(
            "job              mode       schedule                        next  last run",
            "sensor-update    plan-only  none                            -     never",
            "rollout          plan-only  0,15,30,45 1-5 1-7,15-21 * 1-5  -     never");
  }

  @Test
  void programsReadTheListWithWhatEachScheduleAllows() {
    run("job", "run", "rollout");
    JsonNode jobs = json(run("job", "list", "--json")).get("jobs");
    assertThat(jobs.get(0).has("schedule")).isFalse();
    JsonNode rollout = jobs.get(1);
    assertThat(rollout.get("cron").asText()).isEqualTo("30 2 * * *");
    assertThat(rollout.get("autoApply").toString()).isEqualTo("[\"prepare\"]");
    assertThat(rollout.has("window")).isFalse();
    assertThat(rollout.get("last").has("format")).isFalse();
  }

  @Test
  void programsReadAnIntervalAsADurationAndTheHoursOfWriting() {
    site.manifest()
        .text(
            site.manifest()
                .text()
                .replace("cron: \"30 2 * * *\"", "every: 36h, window: \"22:00-05:00\""));
    JsonNode rollout = json(run("job", "list", "--json")).get("jobs").get(1);
    assertThat(rollout.get("schedule").asText()).isEqualTo("every 36h");
    assertThat(rollout.get("every").asText()).isEqualTo("PT36H");
    assertThat(rollout.has("cron")).isFalse();
    assertThat(rollout.get("window").asText()).isEqualTo("22:00-05:00");
  }

  @Test
  void programsReadARunInAFormatOfItsOwn() {
    Printed printed = run("job", "run", "expiry", "--json");
    JsonNode run = json(printed);
    assertThat(run.get("format").asText()).isEqualTo("garrison-job-run/1");
    assertThat(run.get("run").asLong()).isEqualTo(1);
    assertThat(run.get("soon").asBoolean(true)).isFalse();
    assertThat(run("job", "show", "1", "--json").out()).isEqualTo(printed.out());
  }

  @Test
  void aRunSaysWhatItLeftAndWhatToDo() {
    Printed printed = run("job", "run", "rollout");
    assertThat(printed.exit()).isEqualTo(2);
    assertThat(printed.out())
        .isEqualTo(
            """
            Run 1 of job rollout: pending. 21 changes pending (15 prepare, 6 deploy).
            The job is plan-only. \"garrison job enable rollout\" lets the job make the changes that \"autoApply\" names.
            Next: Run \"garrison job plan 1 --out plan.json\", review the plan, and then run \"garrison apply --only site plan.json\".
            """);
  }

  @Test
  void theHistoryMarksTheRunThatLeftAPlan() {
    run("job", "run", "rollout");
    run("job", "run", "expiry");
    assertThat(run("job", "history").out())
        .isEqualTo(
            """
              2     2026-11-24 21:02  expiry          done         nothing expires in the next 30 days
            * 1     2026-11-24 21:01  rollout         pending      21 changes pending (15 prepare, 6 deploy)

            * has a plan that waits for approval. Run \"garrison job plan RUN --out plan.json\", and then \"garrison apply --only PART plan.json\" with the part that the command names.
            """);
  }

  @Test
  void theHistoryIsATableForSpreadsheets() {
    run("job", "run", "expiry");
    assertThat(run("job", "history", "--csv").lines())
        .containsExactly(
            "run,job,reason,started by,mode,started,ended,outcome,summary",
            "1,expiry,command,\"tester on test, process 1\",plan-only,2026-11-24T21:01:00Z,2026-11-24T21:01:00Z,done,nothing expires in the next 30 days");
  }

  @Test
  void programsReadTheHistoryAsJson() {
    run("job", "run", "expiry");
    assertThat(run("job", "history", "--json").out())
        .contains("\"format\" : \"garrison-job-runs/1\"")
        .contains("\"startedBy\" : \"tester on test, process 1\"");
  }

  @Test
  void thePlanThatARunLeftIsShownAndSaved() {
    run("job", "run", "rollout");
    Path file = folder.resolve("plan.json");
    Printed printed = run("job", "plan", "1", "--out", file.toString());
    assertThat(printed.out()).contains("Plan: 21 to create, 0 to change");
    assertThat(printed.err())
        .isEqualTo(
            "Saved to %s. To apply the plan, run \"garrison apply --only site %s\".%nDigest, with change and expiry: %s%n"
                .formatted(file, file, new PlanFiles(new Json()).read(file).digest()));
    assertThat(file).exists();
  }

  @Test
  void aRunWithoutAPlanHasNoneToShow() {
    run("job", "run", "expiry");
    Printed printed = run("job", "plan", "1", "--out", folder.resolve("plan.json").toString());
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(printed.err())
        .isEqualTo(
            """
            error: Run 1 has no plan: the run left none, or a later run of the same job replaced the plan. [GAR-1076]
              Fix: Run \"garrison job history\" to see which runs have a plan.
            """);
  }

  @Test
  void aRunThatNeverWasIsToldSo() {
    Printed printed = run("job", "show", "7");
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(printed.err())
        .isEqualTo(
            """
            error: There is no job run 7. [GAR-1075]
              Fix: Run \"garrison job history\" to list the runs.
            """);
  }

  @Test
  void enablingSaysWhatFollows() {
    assertThat(run("job", "enable", "rollout").out())
        .isEqualTo(
            "rollout is enabled. From the next run, the job makes these kinds of changes automatically: prepare.%n"
                .formatted());
    assertThat(run("job", "enable", "rollout", "--plan-only").out())
        .isEqualTo("rollout is plan-only. The job runs, but makes no changes.%n".formatted());
    Printed unscheduled = run("job", "enable", "status");
    assertThat(unscheduled.exit()).isEqualTo(1);
    assertThat(unscheduled.out())
        .isEqualTo(
            """
            status has no schedule in the manifest, so it runs only with "garrison job run status", and makes no changes. Add these lines to the manifest:
                - job: status
                  every: 6h
            """);
    assertThat(run("job", "pause", "rollout").out())
        .isEqualTo(
            "rollout is paused and doesn't run on its schedule. Run \"garrison job enable rollout\" to resume the job.%n"
                .formatted());
  }

  @Test
  void aJobThatDoesNotExistIsAMistakeOfTheCommandLine() {
    Printed printed = run("job", "run", "backup");
    assertThat(printed.exit()).isEqualTo(64);
    assertThat(printed.err())
        .isEqualTo(
            """
            error: Invalid value for "NAME": "backup" isn't one of sensor-update, rollout, package-refresh, drift, status, expiry,
                   housekeeping. [GAR-0702]
              Fix: Run "garrison job run --help" for usage.
            """);
  }

  @Test
  void aManifestWithoutJobsIsNotServed() {
    site.manifest()
        .text(site.manifest().text().substring(0, site.manifest().text().indexOf("jobs:")));
    Printed printed = run("serve");
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(printed.err())
        .isEqualTo(
            """
            error: The manifest has no jobs. [GAR-1071]
              Fix: Add \"jobs\" with \"schedules\". See docs/manifest.md for an example.
            """);
  }

  @Test
  void twoServicesOfOneStateFolderAreKeptApart() throws InterruptedException {
    try (JobSchedule first = new TrialJobs(site).open()) {
      first.takeOver();
      Printed printed = run("serve");
      assertThat(printed.exit()).isEqualTo(1);
      assertThat(printed.err())
          .isEqualTo(
              """
              error: Another process already runs the jobs of this state directory: tester on test, process 1, since 2026-11-24 21:00
                     UTC. [GAR-1073]
                Fix: Stop that process, or specify another state directory with --state.
              """);
    }
  }

  @Test
  void aServiceThatDoesNotKnowTheJobIsNotAskedForIt() throws InterruptedException {
    site.manifest().replace("30 2 * * *", "30 2 29 2 *");
    try (JobSchedule first = new TrialJobs(site).open();
        Service _ = first.start(_ -> {}, _ -> {})) {
      Printed printed = run("job", "run", "status");
      assertThat(printed.exit()).isEqualTo(1);
      assertThat(printed.err())
          .isEqualTo(
              """
              error: A service runs the jobs (tester on test, process 1, since 2026-11-24 21:00 UTC), but has no schedule for the job
                     "status". [GAR-1073]
                Fix: Add the job to \"jobs.schedules\" and restart the service, or stop the service.
              """);
    }
  }

  @Test
  void aCommandThatRunsAJobIsNotAskedForAnother() throws InterruptedException {
    try (JobSchedule first = new TrialJobs(site).open()) {
      first.takeOver();
      Printed printed = run("job", "run", "rollout");
      assertThat(printed.exit()).isEqualTo(1);
      assertThat(printed.err())
          .isEqualTo(
              """
              error: Another command runs a job: tester on test, process 1, since 2026-11-24 21:00 UTC. [GAR-1073]
                Fix: Wait until that command ends, and then run this command again.
              """);
    }
  }

  @Test
  void theStoryOfAServerIsToldAsTheStatusJobSawIt() {
    assertThat(run("job", "run", "status").exit()).isZero();
    Printed printed = run("job", "server", "web02");
    assertThat(printed.exit()).isZero();
    assertThat(printed.out())
        .isEqualTo(
            """
            WEB02
              since             until  ring   system                                  state
              2026-11-24 21:01  now    pilot  Microsoft Windows Server 2019 Standard  not-targeted

            Times are in UTC, and are the times of the checks.
            """);
    JsonNode states = json(run("job", "server", "WEB02", "--json")).path("states");
    assertThat(states.size()).isEqualTo(1);
    assertThat(states.path(0).path("state").asText()).isEqualTo("not-targeted");
  }

  @Test
  void howManyServersStoodWhereIsToldForEachLook() {
    assertThat(run("job", "counts").exit()).isEqualTo(4);
    assertThat(run("job", "run", "status").exit()).isZero();
    Printed printed = run("job", "counts");
    assertThat(printed.exit()).isZero();
    assertThat(printed.lines().getFirst())
        .isEqualTo(
            "checked           ring   system                                     state         servers");
    assertThat(printed.lines())
        .contains(
            "2026-11-24 21:02  pilot  Microsoft Windows Server 2019 Standard     not-targeted  1");
    assertThat(run("job", "counts", "--csv").lines())
        .contains(
            "2026-11-24T21:02:00Z,pilot,Microsoft Windows Server 2019 Standard,not-targeted,1");
    JsonNode counts = json(run("job", "counts", "--json")).path("counts");
    assertThat(counts.valueStream().mapToInt(count -> count.path("servers").asInt()).sum())
        .isEqualTo(4);
  }

  @Test
  void aServerThatWasNeverSeenIsSaidToBe() {
    Printed printed = run("job", "server", "NOBODY");
    assertThat(printed.exit()).isEqualTo(4);
    assertThat(printed.out())
        .isEqualTo(
            "The job \"status\" has no record of a server \"NOBODY\". Run \"garrison status\" to query the site.\n");
  }

  @Test
  void nobodyElseMayEnterTheFolderOfTheHistory() throws Exception {
    run("job", "list");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve(".garrison/service"))))
        .isEqualTo("rwx------");
  }

  @Test
  void aDamagedHistoryIsToldAndKept() throws Exception {
    run("job", "list");
    Path file = folder.resolve(".garrison/service/history.mv.db");
    Files.writeString(file, "not a database");
    Printed printed = run("job", "list");
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(printed.err())
        .startsWith(
            "error: The job history in \""
                + folder
                + "/.garrison/service/history\" can't be used: ")
        .contains("[GAR-1074]");
    assertThat(file).hasContent("not a database");
  }
}

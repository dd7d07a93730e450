package dev.garrison.trial;

import dev.garrison.job.JobMode;
import dev.garrison.job.JobRun;
import dev.garrison.jobaccess.JobAccessOpening;
import dev.garrison.jobaccess.JobOnDemand;
import dev.garrison.jobaccess.OpenJobAccess;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.schedule.JobSchedules;
import dev.garrison.session.Operator;
import dev.garrison.wiring.Jobs;
import dev.garrison.wiring.UpdateServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The jobs of a trial's manifest, run in this process on the site's clock. */
public final class TrialJobs {
  /** A run a minute, so that no two plans or runs have the same time. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TrialSite site;
  private final Jobs schedules;

  public TrialJobs(TrialSite site) {
    this(site, new Operator("tester", "test", 1, "test"));
  }

  /**
   * @param operator who runs the jobs
   */
  public TrialJobs(TrialSite site, Operator operator) {
    this.site = site;
    this.schedules =
        new Jobs(
            site.sessions(),
            new UpdateServers(site.tempo(), Map.of(), _ -> Optional.empty()),
            operator,
            site.tempo(),
            Map.of());
  }

  /** For a command that opens its own. */
  public JobSchedules schedules() {
    return schedules;
  }

  /** For a command about the history. */
  public JobAccessOpening opening() {
    return schedules;
  }

  /** For a command that only reads. */
  public JobAccessOpening looks() {
    return schedules::look;
  }

  /** Opens the history. */
  public JobSchedule open() throws InterruptedException {
    return schedules.open(site.manifest().file(), Optional.empty());
  }

  /** Opens the history of another state folder. */
  public JobSchedule open(Path state) throws InterruptedException {
    return schedules.open(site.manifest().file(), Optional.of(state));
  }

  /** Opens the history as a command does. */
  public OpenJobAccess jobs() throws InterruptedException {
    return schedules.jobs(site.manifest().file(), Optional.empty());
  }

  /** The same of another state folder. */
  public OpenJobAccess jobs(Path state) throws InterruptedException {
    return schedules.jobs(site.manifest().file(), Optional.of(state));
  }

  /** Adds a section of jobs with one schedule to the manifest. */
  public void schedule(String job) {
    site.manifest()
        .replace(
            "sampleSharing: none",
            "sampleSharing: none\njobs:\n  timeZone: UTC\n  schedules:\n    - {%s}".formatted(job));
  }

  /** Lets a job go so far. */
  public void set(JobKind job, JobMode mode) throws InterruptedException {
    try (OpenJobAccess open = jobs()) {
      open.jobs().decide(job, mode, open.clock().instant(), open.who());
    }
  }

  /** Runs a job as {@code garrison job run} does. */
  public JobRun run(JobKind job) throws InterruptedException {
    site.pass(MINUTE);
    try (OpenJobAccess open = jobs()) {
      return new JobOnDemand(site::pass).run(open, job);
    }
  }
}

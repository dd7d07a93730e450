package dev.garrison.schedule;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.garrison.connection.resilience.CircuitBreakers;
import dev.garrison.history.History;
import dev.garrison.history.OpenHistory;
import dev.garrison.history.ServiceFolder;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.webhook.NoticeListener;
import dev.garrison.webhook.Notices;
import dev.garrison.work.JobRunner;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** When the jobs of one manifest run, with their history open in this process. */
public final class JobSchedule implements AutoCloseable {
  private final Settings settings;
  private final OpenHistory open;
  private final JobRunner runner;
  private final SchedulerClient scheduler;
  private Optional<AutoCloseable> admitting = Optional.empty();

  private JobSchedule(Settings settings, OpenHistory open) {
    this.settings = settings;
    this.open = open;
    this.runner = settings.running().apply(open.history());
    this.scheduler = Service.client(open.database().source());
  }

  /**
   * What a schedule is made of.
   *
   * @param watch whether the manifest is still what it was
   * @param running makes what runs jobs
   * @param telling makes what tells webhooks of them
   * @param admitting lets other processes of this user ask, where this one serves or for a while
   * @param who user, host and process
   * @param clock with the zone of the computer
   * @param breakers of the servers that jobs ask
   */
  public record Settings(
      Manifest manifest,
      ManifestWatch watch,
      ServiceFolder folder,
      Function<History, JobRunner> running,
      BiFunction<History, NoticeListener, Notices> telling,
      BiFunction<JobSchedule, Boolean, AutoCloseable> admitting,
      String who,
      Clock clock,
      CircuitBreakers breakers) {}

  /** Of the history that is open in this process; closes it where there is no schedule of it. */
  public static JobSchedule of(Settings settings, OpenHistory open) {
    try {
      return new JobSchedule(settings, open);
    } catch (RuntimeException | Error fault) {
      try (open) {
        throw fault;
      }
    }
  }

  /**
   * Makes ready for running jobs: others are let in, and runs that a dead process left open end.
   */
  public void takeOver() {
    takeOver(false);
  }

  private void takeOver(boolean serves) {
    admitting.ifPresent(JobSchedule::shut);
    admitting = Optional.of(settings.admitting().apply(this, serves));
    history().runs().interrupt(clock().instant());
    open.database().releaseJobs();
  }

  /** What the manifest said when this was opened. */
  public Manifest manifest() {
    return settings.manifest();
  }

  /**
   * What is wrong with the manifest's file by now. Jobs read it anew in each run; what is
   * scheduled, told and shown is as it was when this was opened.
   */
  public Optional<String> manifestAmiss() {
    return settings.watch().amiss();
  }

  /** User, host and process. */
  public String who() {
    return settings.who();
  }

  /** With the zone of the computer. */
  public Clock clock() {
    return settings.clock();
  }

  /** In which the times of jobs are meant. */
  public ZoneId zone() {
    return manifest().jobs().zone().orElse(clock().getZone());
  }

  /** How the breakers of the servers stand that this process asks. */
  public CircuitBreakers breakers() {
    return settings.breakers();
  }

  /** Where it is kept what came of jobs. */
  public OpenHistory open() {
    return open;
  }

  /** What came of jobs. */
  public History history() {
    return open.history();
  }

  /** Runs jobs in this process. */
  public JobRunner runner() {
    return runner;
  }

  /**
   * Asks the service to run a job as soon as it can.
   *
   * @param who asks
   * @return false where the job has no schedule, or runs already
   */
  public boolean request(JobKind job, Instant at, String who) {
    return scheduler
            .getScheduledExecution(JobTasks.id(job))
            .filter(execution -> !execution.isPicked())
            .isPresent()
        && scheduler.reschedule(JobTasks.id(job), at, who);
  }

  /** When a job runs next, where that is known: a service has to have seen its schedule. */
  public Optional<Instant> next(JobKind job) {
    return scheduler
        .getScheduledExecution(JobTasks.id(job))
        .map(ScheduledExecution::getExecutionTime);
  }

  /** Starts the jobs at their times. */
  public Service start(JobListener listener, NoticeListener notices) {
    takeOver(true);
    return Service.start(this, notices(notices), listener);
  }

  /** What tells webhooks in this process, not started. */
  Notices notices(NoticeListener listener) {
    return settings.telling().apply(history(), listener);
  }

  @Override
  public void close() {
    try (open) {
      admitting.ifPresent(JobSchedule::shut);
    }
  }

  private static void shut(AutoCloseable door) {
    try {
      door.close();
    } catch (RuntimeException fault) {
      throw fault;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

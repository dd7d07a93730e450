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

/** The schedule of one manifest's jobs, with their history open in this process. */
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
   * Parts of a schedule.
   *
   * @param watch detects changes of the manifest's file
   * @param running creates the job runner
   * @param telling creates the notifications to webhooks
   * @param admitting accepts other processes of this user, while this one serves or for a short
   *     time
   * @param who user, host and process
   * @param clock with the zone of the computer
   * @param breakers of the servers that jobs send requests to
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

  /** Creates the schedule of the open history; closes the history if that fails. */
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
   * Prepares for running jobs: accepts other processes, and ends the open runs of a process that
   * died.
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

  /** The manifest as it was read when this was opened. */
  public Manifest manifest() {
    return settings.manifest();
  }

  /**
   * Problem of the manifest's file since it was read. Jobs read the file again in each run;
   * schedules, notifications, and pages use the manifest as it was when this was opened.
   */
  public Optional<String> manifestAmiss() {
    return settings.watch().amiss();
  }

  /** The current user, host, and process. */
  public String who() {
    return settings.who();
  }

  /** The clock, with the zone of the computer. */
  public Clock clock() {
    return settings.clock();
  }

  /** Time zone of the jobs' schedules. */
  public ZoneId zone() {
    return manifest().jobs().zone().orElse(clock().getZone());
  }

  /** Circuit breakers of the servers that this process sends requests to. */
  public CircuitBreakers breakers() {
    return settings.breakers();
  }

  /** The open history of the jobs. */
  public OpenHistory open() {
    return open;
  }

  /** The history of the jobs. */
  public History history() {
    return open.history();
  }

  /** The runner of jobs in this process. */
  public JobRunner runner() {
    return runner;
  }

  /**
   * Asks the service to run a job as soon as it can.
   *
   * @param who the user or token that requests the run
   * @return false where the job has no schedule, or runs already
   */
  public boolean request(JobKind job, Instant at, String who) {
    return scheduler
            .getScheduledExecution(JobTasks.id(job))
            .filter(execution -> !execution.isPicked())
            .isPresent()
        && scheduler.reschedule(JobTasks.id(job), at, who);
  }

  /** Next time of a job, if known: a service must have read its schedule. */
  public Optional<Instant> next(JobKind job) {
    return scheduler
        .getScheduledExecution(JobTasks.id(job))
        .map(ScheduledExecution::getExecutionTime);
  }

  /** Starts the service, which runs the jobs at their times. */
  public Service start(JobListener listener, NoticeListener notices) {
    takeOver(true);
    return Service.start(this, notices(notices), listener);
  }

  /** The notifications to webhooks in this process, not started. */
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

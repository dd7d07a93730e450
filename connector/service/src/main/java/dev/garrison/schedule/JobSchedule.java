package dev.garrison.schedule;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.garrison.connection.Pause;
import dev.garrison.connection.resilience.Breakers;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.history.HistoryDatabase;
import dev.garrison.history.JobModes;
import dev.garrison.history.KeptTokens;
import dev.garrison.history.NoticeBook;
import dev.garrison.history.Outbox;
import dev.garrison.history.RingLooks;
import dev.garrison.history.RunHistory;
import dev.garrison.history.ServiceFolder;
import dev.garrison.history.StandingHistory;
import dev.garrison.history.StandingPages;
import dev.garrison.history.UpdateLooks;
import dev.garrison.job.JobCode;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.json.Json;
import dev.garrison.login.TokenStore;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.notice.Noting;
import dev.garrison.state.StateFolder;
import dev.garrison.webhook.NoticeListener;
import dev.garrison.webhook.Notices;
import dev.garrison.work.JobRunner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;

/** The jobs of one manifest, with their history open in this process. */
public final class JobSchedule implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(100);

  /** Commands that only look or decide have the history for a moment. */
  private static final int MOST_LOOKS = 100;

  private final Settings settings;
  private final HistoryDatabase database;
  private final JobRunner runner;
  private final ServiceLock lock;
  private Optional<AutoCloseable> admitting = Optional.empty();

  private JobSchedule(Settings settings, HistoryDatabase database, ServiceLock lock) {
    this.settings = settings;
    this.database = database;
    this.runner = settings.running().apply(database);
    this.lock = lock;
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
      Function<HistoryDatabase, JobRunner> running,
      BiFunction<HistoryDatabase, NoticeListener, Notices> telling,
      BiFunction<JobSchedule, Boolean, AutoCloseable> admitting,
      String who,
      Clock clock,
      Breakers breakers) {}

  /**
   * Opens the history.
   *
   * @param pause how to wait for a command that has it for a moment
   * @throws RefusalException where it cannot be used, or another process runs jobs with it
   */
  public static JobSchedule open(Settings settings, Pause pause) throws InterruptedException {
    for (int look = 0; look < MOST_LOOKS; look++) {
      Optional<JobSchedule> schedule = take(settings);
      if (schedule.isPresent()) {
        return schedule.get();
      }
      if (settings.folder().isPublished()) {
        break;
      }
      pause.pause(LOOK);
    }
    throw new RefusalException(
        Diagnostic.error(
            JobCode.SERVICE_RUNS,
            "The jobs of this state folder are run already: %s."
                .formatted(settings.folder().holder()),
            "Stop that process first, or name another state folder with --state."));
  }

  /**
   * Opens the history where nobody has it.
   *
   * @return empty where another process has
   * @throws RefusalException where it cannot be used
   */
  public static Optional<JobSchedule> take(Settings settings) {
    return ServiceLock.take(
            settings.folder(), settings.who() + ", since " + settings.clock().instant())
        .map(lock -> owner(settings, lock, HistoryDatabase::open));
  }

  /**
   * Opens the history to read it, where nobody has it: nothing in the folder is changed.
   *
   * @return empty where another process has
   * @throws RefusalException where it cannot be used
   */
  public static Optional<JobSchedule> look(Settings settings) {
    return ServiceLock.take(settings.folder())
        .map(lock -> owner(settings, lock, HistoryDatabase::read));
  }

  private static JobSchedule owner(
      Settings settings, ServiceLock lock, Function<ServiceFolder, HistoryDatabase> opening) {
    try {
      return schedule(settings, opening.apply(settings.folder()), lock);
    } catch (RuntimeException | Error fault) {
      try (lock) {
        throw fault;
      }
    }
  }

  private static JobSchedule schedule(
      Settings settings, HistoryDatabase database, ServiceLock lock) {
    try {
      return new JobSchedule(settings, database, lock);
    } catch (RuntimeException | Error fault) {
      try (database) {
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
    runs().interrupt(clock().instant());
    database.releaseJobs();
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

  /** Runs jobs in this process. */
  public JobRunner runner() {
    return runner;
  }

  /** How far each job may go. */
  public JobModes modes() {
    return new JobModes(database);
  }

  /** What came of runs. */
  public RunHistory runs() {
    return new RunHistory(database, new Json());
  }

  /** Where servers stood. */
  public StandingHistory standings() {
    return new StandingHistory(database);
  }

  /** Where they stand since the last look, a page at a time. */
  public StandingPages pages() {
    return new StandingPages(database);
  }

  /** Where the rings stood at the last look. */
  public RingLooks rings() {
    return new RingLooks(database, new Json());
  }

  /** How the breakers of the servers stand that this process asks. */
  public Breakers breakers() {
    return settings.breakers();
  }

  /** Who may ask the service. */
  public TokenStore tokens() {
    return new KeptTokens(database);
  }

  /** The folder of the service. */
  public ServiceFolder folder() {
    return settings.folder();
  }

  /** Where journals are kept. */
  public StateFolder state() {
    return settings.folder().state();
  }

  /** The number of the newest migration of the database. */
  public String schemaVersion() {
    return database.schemaVersion();
  }

  /** Whether the database answers. */
  public boolean answers() {
    return database.answers();
  }

  /**
   * Asks the service to run a job as soon as it can.
   *
   * @param who asks
   * @return false where the job has no schedule, or runs already
   */
  public boolean request(JobKind job, String who) {
    return request(job, clock().instant(), who);
  }

  /** The same at a time that whoever asks has. */
  public boolean request(JobKind job, Instant at, String who) {
    return JobTasks.runNow(scheduler(), job, at, who);
  }

  /** What the sensor's updates looked like last; empty where no run looked. */
  public Optional<UpdatesSeen> updates() {
    return new UpdateLooks(database, new Json()).latest();
  }

  /** What runs found wrong, and no later run found right. */
  public List<Noting.Known> facts() {
    return new NoticeBook(database).present(clock().instant());
  }

  /** Messages to webhooks. */
  public Outbox outbox() {
    return new Outbox(database);
  }

  /** What tells webhooks in this process, not started. */
  Notices notices(NoticeListener listener) {
    return settings.telling().apply(database, listener);
  }

  /** When a job runs next, where that is known: a service has to have seen its schedule. */
  public Optional<Instant> next(JobKind job) {
    return JobTasks.next(scheduler(), job);
  }

  /** Where the scheduler keeps its table. */
  DataSource source() {
    return database.source();
  }

  /** Speaks to the scheduler, whether a service runs or not. */
  SchedulerClient scheduler() {
    return Service.client(database);
  }

  /** Starts the jobs at their times. */
  public Service start(JobListener listener, NoticeListener notices) {
    takeOver(true);
    return Service.start(database, tasks(listener), runner, notices(notices), clock(), listener);
  }

  /** The jobs as the scheduler's tasks. */
  JobTasks tasks(JobListener listener) {
    return new JobTasks(this, listener);
  }

  @Override
  public void close() {
    try (lock;
        database) {
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

package dev.garrison.job.service;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.garrison.connection.Pause;
import dev.garrison.connection.resilience.Breakers;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.job.JobCode;
import dev.garrison.job.history.HistoryDatabase;
import dev.garrison.job.history.JobModes;
import dev.garrison.job.history.KeptTokens;
import dev.garrison.job.history.NoticeBook;
import dev.garrison.job.history.Outbox;
import dev.garrison.job.history.RingLooks;
import dev.garrison.job.history.RunHistory;
import dev.garrison.job.history.ServiceFolder;
import dev.garrison.job.history.StandingHistory;
import dev.garrison.job.history.StandingPages;
import dev.garrison.job.history.UpdateLooks;
import dev.garrison.job.update.UpdatesSeen;
import dev.garrison.job.work.JobRunner;
import dev.garrison.json.Json;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.notice.Noting;
import dev.garrison.notice.post.NoticeListener;
import dev.garrison.notice.post.Notices;
import dev.garrison.record.StateFolder;
import dev.garrison.server.login.TokenStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The jobs of one manifest, with their history open: by this process itself, or through the one
 * that runs the jobs.
 */
public final class JobDesk implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(100);

  /** Commands that only look or decide have the history for a moment. */
  private static final int MOST_LOOKS = 100;

  private final Settings settings;
  private final HistoryDatabase database;
  private final JobRunner runner;
  private final Optional<ServiceLock> lock;

  private JobDesk(Settings settings, HistoryDatabase database, Optional<ServiceLock> lock) {
    this.settings = settings;
    this.database = database;
    this.runner = settings.running().apply(database);
    this.lock = lock;
  }

  /**
   * What a desk is made of.
   *
   * @param watch whether the manifest is still what it was
   * @param running makes what runs jobs
   * @param telling makes what tells webhooks of them
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
      String who,
      Clock clock,
      Breakers breakers) {}

  /**
   * Opens the history.
   *
   * @param pause how to wait for a command that has it for a moment
   * @throws RefusalException where it cannot be used
   */
  public static JobDesk open(Settings settings, Pause pause) throws InterruptedException {
    return open(
        settings,
        pause,
        () ->
            ServiceLock.take(
                settings.folder(), settings.who() + ", since " + settings.clock().instant()),
        HistoryDatabase::open);
  }

  /**
   * Opens the history to read it: nothing in the folder is changed.
   *
   * @param pause how to wait for a command that has it for a moment
   * @throws RefusalException where it cannot be used
   */
  public static JobDesk look(Settings settings, Pause pause) throws InterruptedException {
    return open(settings, pause, () -> ServiceLock.take(settings.folder()), HistoryDatabase::read);
  }

  private static JobDesk open(
      Settings settings,
      Pause pause,
      Supplier<Optional<ServiceLock>> taking,
      Function<ServiceFolder, HistoryDatabase> opening)
      throws InterruptedException {
    for (int look = 0; look < MOST_LOOKS; look++) {
      Optional<ServiceLock> lock = taking.get();
      if (lock.isPresent()) {
        return owner(settings, lock.get(), opening);
      }
      Optional<HistoryDatabase> other = HistoryDatabase.reach(settings.folder());
      if (other.isPresent()) {
        return desk(settings, other.get(), Optional.empty());
      }
      pause.pause(LOOK);
    }
    throw new RefusalException(
        Diagnostic.error(
            JobCode.SERVICE_RUNS,
            "Another process has the history of jobs and lets nobody in: %s."
                .formatted(settings.folder().holder()),
            "Wait for its end. A service that was just started or stopped needs some seconds."));
  }

  private static JobDesk owner(
      Settings settings, ServiceLock lock, Function<ServiceFolder, HistoryDatabase> opening) {
    try {
      return desk(settings, opening.apply(settings.folder()), Optional.of(lock));
    } catch (RuntimeException | Error fault) {
      try (lock) {
        throw fault;
      }
    }
  }

  private static JobDesk desk(
      Settings settings, HistoryDatabase database, Optional<ServiceLock> lock) {
    try {
      return new JobDesk(settings, database, lock);
    } catch (RuntimeException | Error fault) {
      try (database) {
        throw fault;
      }
    }
  }

  /** Who runs the jobs, where another process does. */
  public Optional<String> elsewhere() {
    return lock.isPresent() ? Optional.empty() : Optional.of(settings.folder().holder());
  }

  /** Whether that process runs them at their times, and takes requests. */
  public boolean isServedElsewhere() {
    return lock.isEmpty() && settings.folder().isServed();
  }

  /**
   * Makes ready for running jobs in this process, which must not be {@link #elsewhere()}: others
   * are let in, and runs that a dead process left open are ended.
   */
  public void takeOver() {
    takeOver(false);
  }

  private void takeOver(boolean serves) {
    if (lock.isEmpty()) {
      throw new IllegalStateException("another process runs the jobs");
    }
    database.publish(serves);
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
    return JobTasks.runNow(scheduler(), job, clock().instant(), who);
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
    try {
      database.close();
    } finally {
      lock.ifPresent(ServiceLock::close);
    }
  }
}

package dev.garrison.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import dev.garrison.webhook.Notices;
import dev.garrison.work.JobRunner;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** Runs the jobs at their times until it is closed. */
public final class Service implements AutoCloseable {
  private static final Duration POLLING = Duration.ofSeconds(2);

  /** Heartbeat of an execution; after four missed ones it counts as dead and is run again. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final int MISSED = 4;

  /** Time for jobs to end; the rest of half a minute is for closing. */
  private static final Duration ENDING = Duration.ofSeconds(25);

  /** Threads for jobs, so that jobs that only read need not wait for one that writes. */
  private static final int THREADS = 3;

  private final Scheduler scheduler;
  private final JobRunner runner;
  private final RequestedRuns requested;
  private final Notices notices;

  private Service(Scheduler scheduler, JobRunner runner, RequestedRuns requested, Notices notices) {
    this.scheduler = scheduler;
    this.runner = runner;
    this.requested = requested;
    this.notices = notices;
  }

  /** Updates the schedules to match the manifest, and starts. */
  static Service start(JobSchedule schedule, Notices notices, JobListener listener) {
    JobTasks tasks = new JobTasks(schedule, listener);
    JobRunner runner = schedule.runner();
    Scheduler scheduler =
        Scheduler.create(schedule.open().database().source(), tasks.all())
            .serializer(new WordSerializer())
            .jdbcCustomization(new UtcTimes())
            .clock(schedule.clock()::instant)
            .schedulerName(new SchedulerName.Fixed("garrison"))
            .threads(THREADS)
            .pollingInterval(POLLING)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED)
            .shutdownMaxWait(ENDING)
            .failureLogging(LogLevel.ERROR, true)
            .build();
    tasks.align(scheduler);
    Service service = new Service(scheduler, runner, new RequestedRuns(runner, listener), notices);
    try {
      scheduler.start();
      notices.start();
      return service;
    } catch (RuntimeException | Error fault) {
      try (service) {
        throw fault;
      }
    }
  }

  /** Creates a client of a service's scheduler, in this process or another. */
  static SchedulerClient client(DataSource source) {
    return SchedulerClient.Builder.create(source)
        .serializer(new WordSerializer())
        .jdbcCustomization(new UtcTimes())
        .build();
  }

  /** Whether jobs run at their times. */
  public boolean isRunning() {
    return scheduler.getSchedulerState().isStarted()
        && !scheduler.getSchedulerState().isShuttingDown();
  }

  /** Problems of the service, in words without confidential details. */
  public List<String> problems() {
    return notices.problems();
  }

  /** The runs on request of users. */
  public RequestedRuns requested() {
    return requested;
  }

  /**
   * Ends the service within half a minute. A job ends after its current write, with its journal
   * complete and its lease free.
   */
  @Override
  public void close() {
    long end = System.nanoTime() + ENDING.toNanos();
    try (notices) {
      runner.stop();
      requested.end();
      try {
        scheduler.stop();
      } finally {
        requested.await(Duration.ofNanos(end - System.nanoTime()));
      }
    }
  }
}

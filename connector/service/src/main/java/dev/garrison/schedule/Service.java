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

  /** An execution whose process is gone for four of these is run again. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final int MISSED = 4;

  /** Leaves the rest of half a minute for closing. */
  private static final Duration ENDING = Duration.ofSeconds(25);

  /** Jobs that only read need not wait for one that writes. */
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

  /** Brings the schedules up to date, and starts. */
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

  /** Speaks to the scheduler of a service, in this process or another. */
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

  /** What is wrong with it, in words that anybody may read. */
  public List<String> problems() {
    return notices.problems();
  }

  /** What people ask for besides jobs. */
  public RequestedRuns requested() {
    return requested;
  }

  /**
   * Ends within half a minute: a job ends after the write that it is at, with its journal complete
   * and its lease free.
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

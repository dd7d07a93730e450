package dev.garrison.schedule;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.garrison.diagnostic.Worded;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobRun;
import dev.garrison.job.RunOrigin;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobSection;
import dev.garrison.manifest.job.JobsSection;
import dev.garrison.manifest.job.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Jobs of a manifest as tasks of the scheduler. Each has one execution in the database, with the
 * time of its next run; a job whose process died is run again.
 */
final class JobTasks {
  /** Name of an execution within its task: there is only one. */
  private static final String INSTANCE = "job";

  /**
   * Delay after which a run that found the site busy tries again. It is doubled, repeatedly, where
   * changes are under way.
   */
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private static final int MOST_DOUBLINGS = 8;

  private final JobSchedule schedule;
  private final JobsSection jobs;
  private final ZoneId zone;
  private final JobListener listener;

  JobTasks(JobSchedule schedule, JobListener listener) {
    this.schedule = schedule;
    this.jobs = schedule.manifest().jobs();
    this.zone = schedule.zone();
    this.listener = listener;
  }

  /** Creates a task for each job. */
  List<Task<?>> all() {
    return jobs.schedules().stream().<Task<?>>map(this::task).toList();
  }

  private Task<String> task(JobSection job) {
    return Tasks.custom(job.kind().word(), String.class)
        .onDeadExecutionRevive()
        .onFailure((complete, operations) ->
            operations.reschedule(complete, job.rhythm().next(complete.getTimeDone(), zone), ""))
        .execute((instance, context) ->
            tick(job, instance.getData(), context.getExecution().executionTime));
  }

  private CompletionHandler<String> tick(JobSection job, String word, Instant due) {
    Instant next;
    if (schedule.history().modes().of(job.kind()) == JobMode.PAUSED && word.isEmpty()) {
      next = job.rhythm().next(schedule.clock().instant(), zone);
    } else {
      next = after(job, run(job.kind(), word, due));
    }
    return (complete, operations) -> operations.reschedule(complete, next, "");
  }

  private JobRun run(JobKind job, String word, Instant due) {
    try {
      JobRun run =
          word.isEmpty()
              ? schedule
                  .runner()
                  .run(
                      job,
                      JobRun.Reason.SCHEDULE,
                      schedule.runner().starter(),
                      RunOrigin.due(due),
                      listener::begun)
              : schedule
                  .runner()
                  .run(job, JobRun.Reason.COMMAND, word, RunOrigin.NONE, listener::begun);
      listener.ended(run);
      return run;
    } catch (RuntimeException | Error fault) {
      schedule.history().runs().latestOwn(job, 1).forEach(listener::ended);
      throw fault;
    }
  }

  private Instant after(JobSection job, JobRun run) {
    Instant now = schedule.clock().instant();
    Instant next = job.rhythm().next(now, zone);
    return sooner(run).map(now::plus).filter(next::isAfter).orElse(next);
  }

  /**
   * Delay until the next run if it is before the next time. It grows with the number of runs that
   * found changes under way.
   */
  private Optional<Duration> sooner(JobRun run) {
    if (run.outcome().filter(JobTasks::triesAgain).isPresent()) {
      return Optional.of(AGAIN);
    }
    long before =
        schedule.history().runs().latestOwn(run.job(), MOST_DOUBLINGS).stream()
            .takeWhile(JobRun::soon)
            .count();
    return run.soon() ? Optional.of(AGAIN.multipliedBy(1L << before)) : Optional.empty();
  }

  /** Whether its last run asked for another one before the next time. */
  private boolean sooner(JobKind job) {
    return schedule.history().runs().latestOwn(job, 1).stream()
        .anyMatch(run -> sooner(run).isPresent());
  }

  private static boolean triesAgain(JobOutcome outcome) {
    return outcome == JobOutcome.BUSY || outcome == JobOutcome.STOPPED;
  }

  /**
   * Updates the scheduled executions to match the manifest. New jobs get their time, jobs that the
   * manifest no longer has lose theirs, and a changed schedule applies from now. A time that passed
   * while no service ran stays: the job then runs at once, and only once.
   */
  void align(SchedulerClient client) {
    client.getScheduledExecutions().stream()
        .map(ScheduledExecution::getTaskInstance)
        .filter(id -> Worded.of(JobKind.class, id.getTaskName()).flatMap(jobs::of).isEmpty())
        .forEach(client::cancel);
    jobs.schedules().forEach(job -> align(client, job));
  }

  private void align(SchedulerClient client, JobSection job) {
    Instant now = schedule.clock().instant();
    Instant first = first(job.rhythm(), now);
    Optional<ScheduledExecution<Object>> known = client.getScheduledExecution(id(job.kind()));
    if (known.isEmpty()) {
      client.scheduleIfNotExists(new TaskInstance<>(job.kind().word(), INSTANCE, ""), first);
      return;
    }
    Instant planned = known.get().getExecutionTime();
    boolean due = !planned.isAfter(now);
    boolean fits =
        switch (job.rhythm()) {
          case Rhythm.At _ ->
              planned.equals(first) || (planned.isBefore(first) && sooner(job.kind()));
          case Rhythm.Every(Duration interval) -> !planned.isAfter(now.plus(interval));
        };
    if (!due && !fits && !known.get().isPicked()) {
      client.reschedule(id(job.kind()), job.rhythm().next(now, zone), "");
    }
  }

  /** First time of a job that never ran; a job with an interval runs at once. */
  private Instant first(Rhythm rhythm, Instant now) {
    return switch (rhythm) {
      case Rhythm.At _ -> rhythm.next(now, zone);
      case Rhythm.Every _ -> now;
    };
  }

  /** Identifier of a job's execution. */
  static TaskInstanceId id(JobKind job) {
    return TaskInstanceId.of(job.word(), INSTANCE);
  }
}

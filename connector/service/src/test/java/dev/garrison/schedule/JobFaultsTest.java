package dev.garrison.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobRun;
import dev.garrison.job.RunOrigin;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.session.RingOrder;
import dev.garrison.work.JobRunner.Begun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the history says of runs that ended in no foreseen way. */
final class JobFaultsTest extends ScheduleTrial {
  private static final RingOrder HALT = new RingOrder(RingOrder.Kind.HALT, "all", "because");
  private static final Finding FAULT =
      new Finding(
          "GAR-1072",
          "error",
          "The job ended with an unexpected error: java.lang.NoClassDefFoundError: no/such/Type.",
          "Run \"garrison job run expiry --debug\", and report the output.");

  private static void failToLink() {
    throw new NoClassDefFoundError("no/such/Type");
  }

  private static JobRun only(JobSchedule schedule) {
    List<JobRun> runs = schedule.history().runs().latest(Optional.empty(), 10);
    assertThat(runs).hasSize(1);
    return runs.getFirst();
  }

  @Test
  void anErrorEndsARunAsFailedAndIsThrown() throws Exception {
    try (JobSchedule schedule = schedule(JobFaultsTest::failToLink)) {
      assertThatThrownBy(() -> schedule.runner().run(JobKind.EXPIRY, JobRun.Reason.COMMAND))
          .isInstanceOf(NoClassDefFoundError.class);
      assertThat(only(schedule).outcome()).hasValue(JobOutcome.FAILED);
      assertThat(only(schedule).findings()).containsExactly(FAULT);
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void anErrorOfAScheduledRunIsHeardOfByTheListener() throws Exception {
    List<JobRun> heard = new ArrayList<>();
    try (JobSchedule schedule = schedule(JobFaultsTest::failToLink)) {
      Task<String> task = (Task<String>) new JobTasks(schedule, heard::add).all().getFirst();
      TaskInstance<String> instance = new TaskInstance<>("expiry", "job", "");
      ExecutionContext context =
          new ExecutionContext(null, new Execution(clock.instant(), instance), null, null);
      assertThatThrownBy(() -> task.execute(instance, context))
          .isInstanceOf(NoClassDefFoundError.class);
    }
    assertThat(heard)
        .singleElement()
        .satisfies(run -> assertThat(run.outcome()).hasValue(JobOutcome.FAILED));
  }

  @Test
  void anErrorOfAnOrderEndsItsRunAsFailed() throws Exception {
    try (JobSchedule schedule = schedule(JobFaultsTest::failToLink)) {
      Begun begun = schedule.runner().order(HALT, "anna");
      assertThat(begun.rest().get().outcome()).hasValue(JobOutcome.FAILED);
    }
  }

  @Test
  void aRunWhoseBeginningNobodyCouldHearOfIsEnded() throws Exception {
    try (JobSchedule schedule = schedule(JobFaultsTest::failToLink)) {
      assertThatThrownBy(() ->
              schedule
                  .runner()
                  .run(
                      JobKind.EXPIRY,
                      JobRun.Reason.COMMAND,
                      "anna",
                      RunOrigin.NONE,
                      _ -> {
                        throw new IllegalStateException("deaf");
                      }))
          .hasMessage("deaf");
      assertThat(only(schedule).outcome()).hasValue(JobOutcome.FAILED);
    }
  }

  @Test
  void aRunThatTheEndOfTheServiceRefusesIsStopped() throws Exception {
    AtomicReference<Runnable> ticked = new AtomicReference<>(() -> {});
    clock = new Ticked(clock, ticked);
    try (JobSchedule schedule = schedule(JobFaultsTest::failToLink)) {
      RequestedRuns requested = new RequestedRuns(schedule.runner(), _ -> {});
      ticked.set(requested::end);
      assertThatThrownBy(() -> requested.order(HALT, "anna"))
          .isInstanceOf(RejectedExecutionException.class);
      assertThat(only(schedule).outcome()).hasValue(JobOutcome.STOPPED);
    }
  }

  @Test
  void aRunThatStillWaitsWhenTheServiceEndsIsStopped() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    try (JobSchedule schedule = schedule(() -> untilInterrupted(begun))) {
      RequestedRuns requested = new RequestedRuns(schedule.runner(), _ -> {});
      long first = requested.order(HALT, "anna");
      begun.await();
      long second = requested.order(HALT, "bert");
      requested.end();
      requested.await(Duration.ZERO);
      assertThat(schedule.history().runs().get(first).outcome()).hasValue(JobOutcome.STOPPED);
      assertThat(schedule.history().runs().get(second).outcome()).hasValue(JobOutcome.STOPPED);
      assertThat(schedule.history().runs().get(second).summary())
          .isEqualTo("the service ended before the job");
    }
  }

  private static void untilInterrupted(CountDownLatch begun) {
    begun.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /** A clock that does something each time it is asked. */
  private static final class Ticked extends Clock {
    private final Clock clock;
    private final AtomicReference<Runnable> asked;

    Ticked(Clock clock, AtomicReference<Runnable> asked) {
      this.clock = clock;
      this.asked = asked;
    }

    @Override
    public ZoneId getZone() {
      return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new Ticked(clock.withZone(zone), asked);
    }

    @Override
    public Instant instant() {
      asked.get().run();
      return clock.instant();
    }
  }
}

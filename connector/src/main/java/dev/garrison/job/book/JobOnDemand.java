package dev.garrison.job.service;

import dev.garrison.connection.Pause;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.job.JobCode;
import dev.garrison.job.JobRun;
import dev.garrison.manifest.job.JobKind;
import java.time.Duration;
import java.util.Optional;

/** Runs a job because somebody said so: here, or in the service where one runs. */
public final class JobOnDemand {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Pause pause;

  /**
   * @param pause how to wait for the service
   */
  public JobOnDemand(Pause pause) {
    this.pause = pause;
  }

  /**
   * Runs it and waits for its end.
   *
   * @throws RefusalException where a service runs that cannot run it now
   */
  public JobRun run(JobDesk desk, JobKind job) throws InterruptedException {
    if (desk.elsewhere().isEmpty()) {
      desk.takeOver();
      return desk.runner().run(job, JobRun.Reason.COMMAND);
    }
    long before = last(desk, job).map(JobRun::id).orElse(0L);
    if (!desk.isServedElsewhere()
        || !JobTasks.runNow(desk.scheduler(), job, desk.clock().instant(), desk.who())) {
      throw refused(desk, job);
    }
    return awaited(desk, job, before);
  }

  private static Optional<JobRun> last(JobDesk desk, JobKind job) {
    return desk.runs().latestOwn(job, 1).stream().findFirst();
  }

  private JobRun awaited(JobDesk desk, JobKind job, long before) throws InterruptedException {
    try {
      while (true) {
        Optional<JobRun> run = last(desk, job).filter(each -> each.id() > before);
        if (run.filter(each -> each.ended().isPresent()).isPresent()) {
          return run.get();
        }
        pause.pause(LOOK);
      }
    } catch (RefusalException gone) {
      throw new RefusalException(
          Diagnostic.error(
              JobCode.SERVICE_RUNS,
              "The service ended before the job '%s' did.".formatted(job.word()),
              "Run the same command again: without a service it runs the job itself."),
          gone);
    }
  }

  private static RefusalException refused(JobDesk desk, JobKind job) {
    String who = desk.elsewhere().orElse("it has just ended");
    if (!desk.isServedElsewhere()) {
      return busy(
          "Another command runs a job: %s.".formatted(who),
          "Wait for its end, then run this again.");
    }
    return desk.manifest().jobs().of(job).isPresent()
        ? busy(
            "A service runs the jobs (%s), and '%s' is under way.".formatted(who, job.word()),
            "Wait for its end: 'garrison job list' shows it.")
        : busy(
            "A service runs the jobs (%s), and '%s' is none of those that it knows."
                .formatted(who, job.word()),
            "Add it to 'jobs.schedules' and start the service again, or stop the service first.");
  }

  private static RefusalException busy(String problem, String remedy) {
    return new RefusalException(Diagnostic.error(JobCode.SERVICE_RUNS, problem, remedy));
  }
}

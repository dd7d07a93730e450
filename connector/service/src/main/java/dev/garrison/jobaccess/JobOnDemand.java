package dev.garrison.jobaccess;

import dev.garrison.connection.Pause;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.job.JobCode;
import dev.garrison.job.JobRun;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.schedule.JobSchedule;
import java.time.Duration;
import java.util.Optional;

/** Runs a job on request of a user: in this process, or in the service where one runs. */
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
   * Runs a job and waits for its end.
   *
   * @throws RefusalException where a service runs that cannot run it now
   */
  public JobRun run(OpenJobAccess open, JobKind job) throws InterruptedException {
    if (open.own().isPresent()) {
      return run(open.own().get(), job);
    }
    long before = open.jobs().latestOwn(job).map(JobRun::id).orElse(0L);
    if (!open.isServedElsewhere()
        || !open.jobs().request(job, open.clock().instant(), open.who())) {
      throw refused(open, job);
    }
    return awaited(open, job, before);
  }

  /** Runs a job in this process. */
  public static JobRun run(JobSchedule schedule, JobKind job) throws InterruptedException {
    schedule.takeOver();
    return schedule.runner().run(job, JobRun.Reason.COMMAND);
  }

  private JobRun awaited(OpenJobAccess open, JobKind job, long before) throws InterruptedException {
    try {
      while (true) {
        Optional<JobRun> run = open.jobs().latestOwn(job).filter(each -> each.id() > before);
        if (run.filter(each -> each.ended().isPresent()).isPresent()) {
          return run.get();
        }
        pause.pause(LOOK);
      }
    } catch (RefusalException gone) {
      throw new RefusalException(
          Diagnostic.error(
              JobCode.SERVICE_RUNS, Message.of("job-run.service-ended", "job", job.word())),
          gone);
    }
  }

  private static RefusalException refused(OpenJobAccess open, JobKind job) {
    Text who = open.elsewhere().map(Text::verbatim).orElseGet(() -> Text.of("job-run.ending"));
    if (!open.isServedElsewhere()) {
      return busy(Message.of("job-run.other-command", "who", who));
    }
    return open.manifest().jobs().of(job).isPresent()
        ? busy(Message.of("job-run.running", "who", who, "job", job.word()))
        : busy(Message.of("job-run.unscheduled", "who", who, "job", job.word()));
  }

  private static RefusalException busy(Message message) {
    return new RefusalException(Diagnostic.error(JobCode.SERVICE_RUNS, message));
  }
}

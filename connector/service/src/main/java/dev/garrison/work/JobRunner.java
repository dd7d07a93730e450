package dev.garrison.work;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.history.AntivirusHistory;
import dev.garrison.history.History;
import dev.garrison.history.JobModes;
import dev.garrison.history.Outbox;
import dev.garrison.history.RunHistory;
import dev.garrison.history.ServerReports;
import dev.garrison.history.StandingHistory;
import dev.garrison.history.UpdateLooks;
import dev.garrison.job.ApprovalNote;
import dev.garrison.job.JobCode;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobRun;
import dev.garrison.job.RunOrigin;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.session.RingOrder;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.Sessions.Part;
import dev.garrison.state.StoredPlan;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs one job and records its result. A run reads the manifest, the site, and the share again, and
 * uses nothing of an earlier run, so that a run that was interrupted is simply run again.
 */
public final class JobRunner {
  private static final Set<ChangeKind> OF_SITE =
      EnumSet.of(ChangeKind.PREPARE, ChangeKind.HALT, ChangeKind.DEPLOY);
  private static final Set<ChangeKind> OF_WSUS =
      EnumSet.of(ChangeKind.APPROVE, ChangeKind.DECLINE, ChangeKind.SUBSCRIBE);
  private static final Set<ChangeKind> OF_PACKAGES = EnumSet.of(ChangeKind.PREPARE);

  private final JobPlaces places;
  private final JobModes modes;
  private final RunHistory runs;
  private final StandingHistory standings;
  private final AntivirusHistory antivirus;
  private final ServerReports reports;
  private final UpdateLooks looks;
  private final Outbox outbox;
  private final String starter;
  private final Set<JobKind> running = ConcurrentHashMap.newKeySet();
  private final ReentrantLock writer = new ReentrantLock(true);
  private volatile boolean stopping;

  /**
   * @param starter user, host, and process
   */
  public JobRunner(JobPlaces places, History history, String starter) {
    this.places = places;
    this.modes = history.modes();
    this.runs = history.runs();
    this.standings = history.standings();
    this.antivirus = history.antivirus();
    this.reports = history.reports();
    this.looks = history.updates();
    this.outbox = history.outbox();
    this.starter = starter;
  }

  /** Stops all writes: a run ends after its current write. */
  public void stop() {
    stopping = true;
  }

  /**
   * Runs the job now, in its current mode. An unexpected error is recorded as the run's end, and
   * thrown.
   */
  public JobRun run(JobKind job, JobRun.Reason reason) {
    return run(job, reason, starter, RunOrigin.NONE, _ -> {});
  }

  /** The current user, host, and process. */
  public String starter() {
    return starter;
  }

  /**
   * Runs the job now, at its time or on request.
   *
   * @param who the user or token that requests it
   * @param origin the decision or time that starts it
   * @param begun called when the run begins
   */
  public JobRun run(
      JobKind job, JobRun.Reason reason, String who, RunOrigin origin, Consumer<JobRun> begun) {
    JobMode mode = modes.of(job);
    long run = begin(job, reason, who, mode, origin);
    try {
      begun.accept(runs.get(run));
      end(run, job, once(job, mode, run));
    } catch (RuntimeException | Error fault) {
      failed(run, job, fault);
      throw fault;
    }
    return runs.get(run);
  }

  private void end(long run, JobKind job, JobReport report) {
    runs.end(run, job, report, places.clock().instant());
  }

  /** Records a fault as the run's end; if that fails too, the first fault takes precedence. */
  private void failed(long run, JobKind job, Throwable fault) {
    try {
      end(run, job, fault(job, fault));
    } catch (RuntimeException | Error notKept) {
      if (!notKept.equals(fault)) {
        fault.addSuppressed(notKept);
      }
    }
  }

  private long begin(
      JobKind job, JobRun.Reason reason, String who, JobMode mode, RunOrigin origin) {
    return runs.begin(job, reason, who, mode, places.clock().instant(), origin);
  }

  /**
   * A run that has its number, and is still to be carried out or dropped.
   *
   * @param rest carries it out; errors are only recorded, because no caller waits for it
   * @param drop ends it because the service ends
   */
  public record Begun(JobRun run, Supplier<JobRun> rest, Runnable drop) {}

  /**
   * Begins to apply exactly the plan that a run left.
   *
   * @param who the user or token that approved it
   * @param note of the approver
   * @throws RefusalException where the run left no plan
   */
  public Begun approve(long planned, String who, ApprovalNote note) {
    JobKind job = runs.get(planned).job();
    StoredPlan plan = runs.plan(planned);
    return begun(
        job,
        JobRun.Reason.APPROVAL,
        who,
        RunOrigin.approval(planned, note),
        new AgreedWork.Approval(
            opening(job == JobKind.SENSOR_UPDATE ? Part.WSUS : Part.SITE), plan, who, note));
  }

  /**
   * Halts or resumes a ring.
   *
   * @param who the user or token that orders it
   */
  public Begun order(RingOrder order, String who) {
    return begun(
        JobKind.ROLLOUT,
        JobRun.Reason.ORDER,
        who,
        RunOrigin.order(order.ring(), order.reason()),
        new AgreedWork.Order(opening(Part.SITE), order.by(who), who));
  }

  private Begun begun(
      JobKind job, JobRun.Reason reason, String who, RunOrigin origin, JobWork work) {
    JobMode mode = modes.of(job);
    long run = begin(job, reason, who, mode, origin);
    return new Begun(
        runs.get(run),
        () -> {
          try {
            end(run, job, report(job, mode, run, Optional.of(inTurn(work))));
          } catch (RuntimeException | Error fault) {
            failed(run, job, fault);
          }
          return runs.get(run);
        },
        () -> end(run, job, ended()));
  }

  /**
   * Runs a job unless it already runs here. After the computer was asleep, the scheduler takes its
   * jobs for dead and starts them again.
   */
  private JobReport once(JobKind job, JobMode mode, long run) {
    if (!running.add(job)) {
      return JobReport.of(JobOutcome.BUSY, Text.of("job-summary.running").toString());
    }
    try {
      return report(job, mode, run, Optional.empty());
    } finally {
      running.remove(job);
    }
  }

  private JobReport report(JobKind job, JobMode mode, long run, Optional<JobWork> agreed) {
    try {
      Manifest manifest =
          new ManifestReader().read(places.file(), LocalDate.now(places.clock())).manifest();
      ZoneId zone = manifest.jobs().zone().orElse(places.clock().getZone());
      JobTask task =
          new JobTask(
              job,
              manifest,
              run,
              mode,
              () -> modes.of(job),
              zone,
              places.clock(),
              this::requireGoingOn);
      JobWork work = agreed.orElseGet(() -> work(job));
      return work.run(task);
    } catch (RefusalException refusal) {
      return JobReport.of(refusal);
    } catch (InterruptedException | CancellationException ended) {
      return ended();
    } catch (RuntimeException fault) {
      if (stopping && Thread.currentThread().isInterrupted()) {
        return ended();
      }
      throw fault;
    }
  }

  /**
   * Report of a run that the service's end stopped. Its writes are in the journal. The interrupt is
   * cleared, because it must not reach the database's file.
   */
  private static JobReport ended() {
    boolean _ = Thread.interrupted();
    return JobReport.of(JobOutcome.STOPPED, Text.of("job-summary.service-ended").toString());
  }

  private static JobReport fault(JobKind job, Throwable fault) {
    return JobReport.of(
        JobOutcome.FAILED,
        Text.of("job-summary.fault").toString(),
        List.of(
            Diagnostic.error(
                JobCode.JOB_FAULT,
                Message.of("job-run.fault", "reason", fault.toString(), "job", job.word()))));
  }

  /** Lets one writing job run at a time, because two would find the site locked by each other. */
  private JobWork inTurn(JobWork work) {
    return task -> {
      writer.lockInterruptibly();
      try {
        return work.run(task);
      } finally {
        writer.unlock();
      }
    };
  }

  /**
   * Waits for a server while other jobs may write. A ring is therefore halted between two rounds of
   * a job and not after the last. After the wait, the job reads again before it writes. Called on
   * the thread whose turn it is.
   */
  private void giveWay(Duration time) throws InterruptedException {
    writer.unlock();
    try {
      places.pause().pause(time);
    } finally {
      writer.lock();
    }
  }

  private void requireGoingOn() {
    if (stopping) {
      throw new RefusalException(
          Diagnostic.error(JobCode.JOB_STOPPED, Message.of("job-run.stopped")));
    }
  }

  private JobWork work(JobKind job) {
    return switch (job) {
      case SENSOR_UPDATE ->
          new SensorUpdateWork(
              () -> places.updateServers().open(places.file()),
              inTurn(new PlanWork(opening(Part.WSUS), OF_WSUS, this::giveWay)),
              places.clock(),
              places.pause());
      case ROLLOUT -> inTurn(new PlanWork(opening(Part.SITE), OF_SITE, this::giveWay));
      case PACKAGE_REFRESH -> inTurn(new PlanWork(opening(Part.SITE), OF_PACKAGES, this::giveWay));
      case DRIFT -> new DriftWork(opening(Part.EVERYTHING));
      case STATUS ->
          new StatusWork(
              opening(Part.SITE),
              standings,
              antivirus,
              reports,
              new UpdateWatch(() -> places.updateServers().open(places.file()), places.clock()),
              looks);
      case EXPIRY -> new ExpiryWork(places.packages(), places.clock());
      case HOUSEKEEPING -> new HousekeepingWork(runs, standings, outbox, places.clock());
    };
  }

  private Supplier<OpenSession> opening(Part part) {
    return () -> places.sessions().open(places.file(), places.state(), part);
  }
}

package dev.garrison.job.work;

import dev.garrison.connection.Pause;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.resource.Address;
import dev.garrison.job.AutomaticChanges;
import dev.garrison.job.JobCode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.JournalRun;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.session.Session;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.Writing;
import dev.garrison.session.Writing.Applied;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Plans, makes the changes that it may make, and plans again as long as that brought something on.
 * What needs longer than the site takes for an object is there for the next run.
 */
final class PlanWork implements JobWork {
  /** Each round makes what the one before made possible; a plan is never deeper than this. */
  private static final int MOST_ROUNDS = 20;

  /** The site makes collections, packages and applications ready within some seconds. */
  private static final Duration SITE_AT_WORK = Duration.ofSeconds(20);

  private final Supplier<OpenSession> opening;
  private final Set<ChangeKind> kinds;
  private final boolean halts;
  private final Pause pause;

  /**
   * @param opening opens the part of the manifest that this job is about
   * @param kinds the kinds of change that are its business
   * @param halts whether there are rings of the site that may be halted
   * @param pause how to wait between two rounds
   */
  PlanWork(Supplier<OpenSession> opening, Set<ChangeKind> kinds, boolean halts, Pause pause) {
    this.opening = opening;
    this.kinds = Set.copyOf(kinds);
    this.halts = halts;
    this.pause = pause;
  }

  @Override
  public JobReport run(JobTask task) throws InterruptedException {
    try (OpenSession open = opening.get()) {
      return new Rounds(open.session(), task).run();
    }
  }

  /** One run. */
  private final class Rounds {
    private final Session session;
    private final JobTask task;
    private final Set<ChangeKind> allowed;
    private final List<JournalRun> journals = new ArrayList<>();
    private final List<Diagnostic> failures = new ArrayList<>();
    private long made;

    Rounds(Session session, JobTask task) {
      this.session = session;
      this.task = task;
      this.allowed = EnumSet.noneOf(ChangeKind.class);
      this.allowed.addAll(task.allowed());
      this.allowed.retainAll(kinds);
    }

    JobReport run() throws InterruptedException {
      for (int round = 1; ; round++) {
        Planned planned = session.plan(Allowances.NONE);
        AutomaticChanges automatic =
            new AutomaticChanges(halts ? session.haltedBy(planned.plan()) : Set.of());
        Optional<String> closed = allowed.isEmpty() ? Optional.empty() : task.closed(session.now());
        Set<Address> chosen = automatic.of(planned.plan(), allowed);
        if (chosen.isEmpty()
            || closed.isPresent()
            || round > MOST_ROUNDS
            || !progress(planned, chosen)) {
          return ended(new Left(planned, automatic, chosen, closed));
        }
        pause.pause(SITE_AT_WORK);
      }
    }

    /** Makes the changes, and says whether planning again may bring more. */
    private boolean progress(Planned planned, Set<Address> chosen) {
      try (Writing writing = session.write(task.permission())) {
        Applied applied =
            writing.carryOutPart(
                planned,
                chosen,
                Optional.of("job %s, run %d".formatted(task.kind().word(), task.run())),
                ApplyListener.silent());
        ApplyReport report = applied.report();
        journals.add(new JournalRun(applied.run(), report.head()));
        made += report.count(StepResult.Done.class::isInstance);
        report.results().values().stream()
            .filter(StepResult.Failed.class::isInstance)
            .map(StepResult.Failed.class::cast)
            .forEach(failed -> failures.add(failed.diagnostic()));
        return report.succeeded() && report.count(StepResult.Done.class::isInstance) > 0;
      }
    }

    private JobReport ended(Left left) {
      JobOutcome outcome = outcome(left);
      return new JobReport(
          outcome,
          left.summary(made, failures.size()),
          failures.stream().map(Finding::of).toList(),
          outcome == JobOutcome.PENDING
              ? Optional.of(session.stored(left.planned(), Optional.empty(), Optional.empty()))
              : Optional.empty(),
          journals,
          outcome != JobOutcome.FAILED && !allowed.isEmpty() && left.goesOnByItself());
    }

    private JobOutcome outcome(Left left) {
      if (failures.stream().anyMatch(failure -> failure.code() == JobCode.JOB_STOPPED)) {
        return JobOutcome.STOPPED;
      }
      if (!failures.isEmpty()) {
        return JobOutcome.FAILED;
      }
      if (left.pending() > 0) {
        return JobOutcome.PENDING;
      }
      return left.planned().plan().converged() ? JobOutcome.DONE : JobOutcome.WAITING;
    }
  }
}

package dev.garrison.work;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.plan.Planned;
import dev.garrison.job.ApprovalNote;
import dev.garrison.job.JobCode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.JournalRun;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.language.Text;
import dev.garrison.session.RingOrder;
import dev.garrison.session.Session;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.session.WriteSession.Applied;
import dev.garrison.state.StoredPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Work that a user approved or ordered once through the service; the journal names the user. The
 * job's mode and window do not delay it; only the end of the service does.
 */
sealed interface AgreedWork extends JobWork {

  /** Applies a plan that a job left, as {@code apply FILE} does. */
  record Approval(Supplier<OpenSession> opening, StoredPlan plan, String who, ApprovalNote note)
      implements AgreedWork {
    @Override
    public JobReport run(JobTask task) {
      task.goingOn().run();
      StoredPlan agreed =
          new StoredPlan(
              plan.madeBy(),
              Optional.of(note.occasion(who, task.run())),
              plan.expires(),
              plan.plan());
      try (OpenSession open = opening.get()) {
        return applied(open.session(), task, agreed).seeing(seen(open.session()));
      }
    }

    private static JobReport applied(Session session, JobTask task, StoredPlan agreed) {
      try (WriteSession writing = session.write(task.goingOn())) {
        return report(writing.apply(agreed, ApplyListener.silent()));
      }
    }
  }

  /** Halts or resumes a ring. */
  record Order(Supplier<OpenSession> opening, RingOrder order, String who) implements AgreedWork {
    @Override
    public JobReport run(JobTask task) {
      task.goingOn().run();
      try (OpenSession open = opening.get()) {
        Session session = open.session();
        Instant now = session.now();
        Planned shown = session.order(order, now);
        if (!shown.plan().writes()) {
          return JobReport.of(JobOutcome.DONE, Text.of("job-summary.ring-unchanged").toString())
              .seeing(seen(session));
        }
        Optional<String> occasion =
            Optional.of(
                Text.of("job-origin.ordered", "who", who, "run", String.valueOf(task.run()))
                    .toString());
        return carriedOut(session, task, shown, now, occasion).seeing(seen(session));
      }
    }

    private JobReport carriedOut(
        Session session, JobTask task, Planned shown, Instant now, Optional<String> occasion) {
      try (WriteSession writing = session.write(task.goingOn())) {
        return report(
            writing.carryOutAsShown(
                shown, session.order(order, now), occasion, ApplyListener.silent()));
      }
    }
  }

  /** Reads the rings after the work, which is done in any case; empty where that fails. */
  private static List<Sighting> seen(Session session) {
    try {
      Instant now = session.now();
      return Sighting.of(session.rings(), now);
    } catch (RefusalException nextLookTells) {
      return List.of();
    }
  }

  private static JobReport report(Applied applied) {
    ApplyReport report = applied.report();
    List<Diagnostic> failures =
        report.results().values().stream()
            .filter(StepResult.Failed.class::isInstance)
            .map(result -> ((StepResult.Failed) result).diagnostic())
            .toList();
    long done = report.count(StepResult.Done.class::isInstance);
    JobSummary summary =
        new JobSummary()
            .add(Text.of("job-summary.made", "count", done))
            .counted("job-summary.failed", failures.size());
    if (report.succeeded() && !report.complete()) {
      summary.add(Text.of("job-summary.rest"));
    }
    return new JobReport(
        outcome(report, failures),
        summary.toString(),
        failures.stream().map(Finding::of).toList(),
        Optional.empty(),
        List.of(new JournalRun(applied.run(), report.head())),
        false,
        Sighting.placed(
            report.results().entrySet().stream()
                .filter(result -> result.getValue() instanceof StepResult.Done)
                .map(Map.Entry::getKey)
                .toList()));
  }

  private static JobOutcome outcome(ApplyReport report, List<Diagnostic> failures) {
    if (failures.stream().anyMatch(failure -> failure.code() == JobCode.JOB_STOPPED)) {
      return JobOutcome.STOPPED;
    }
    if (!report.succeeded()) {
      return JobOutcome.FAILED;
    }
    return report.complete() ? JobOutcome.DONE : JobOutcome.WAITING;
  }
}

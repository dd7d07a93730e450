package dev.garrison.work;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.job.JobCode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.JournalRun;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.language.Text;
import dev.garrison.session.Session;
import dev.garrison.session.WriteSession;
import dev.garrison.session.WriteSession.Applied;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes that one run has made so far; they are reported however the run ends. */
final class ChangesMade {
  private final JobTask task;
  private final List<JournalRun> journals = new ArrayList<>();
  private final List<Diagnostic> failures = new ArrayList<>();
  private final Set<Address> settled = new HashSet<>();
  private final Set<Address> placed = new LinkedHashSet<>();
  private long changes;

  ChangesMade(JobTask task) {
    this.task = task;
  }

  /** Makes the selected changes of a plan; returns whether planning again may find more. */
  boolean progress(Session session, Planned planned, Set<Address> chosen) {
    try (WriteSession writing = session.write(task::requireOpen)) {
      return keep(writing.carryOutPart(planned, chosen, changeId(), ApplyListener.silent()));
    }
  }

  /**
   * Makes all changes of a plan.
   *
   * @param again makes the same plan again, under the lease
   */
  void whole(Session session, Planned shown, Supplier<Planned> again) {
    try (WriteSession writing = session.write(task::requireOpen)) {
      boolean _ =
          keep(writing.carryOutAsShown(shown, again.get(), changeId(), ApplyListener.silent()));
    }
  }

  private Optional<String> changeId() {
    return Optional.of(
        Text.of("job-origin.run", "job", task.kind().word(), "run", String.valueOf(task.run()))
            .toString());
  }

  private boolean keep(Applied applied) {
    ApplyReport report = applied.report();
    journals.add(new JournalRun(applied.run(), report.head()));
    long done = report.count(StepResult.Done.class::isInstance);
    changes += done;
    settled.clear();
    report
        .results()
        .forEach((address, result) -> {
          if (result instanceof StepResult.Done) {
            placed.add(address);
          }
          if (result.inPlace() || result.failed()) {
            settled.add(address);
          }
        });
    List<Diagnostic> failed =
        report.results().values().stream()
            .filter(StepResult.Failed.class::isInstance)
            .map(result -> ((StepResult.Failed) result).diagnostic())
            .toList();
    boolean held = failed.stream().anyMatch(each -> each.code() == JobCode.JOB_HELD);
    failed.stream().filter(each -> each.code() != JobCode.JOB_HELD).forEach(failures::add);
    return held || (report.succeeded() && done > 0);
  }

  /** The rest of a partly applied plan, without the changes that were made or failed. */
  Planned rest(Planned planned) {
    return settled.isEmpty()
        ? planned
        : planned.only(
            planned.plan().changes().stream()
                .map(PlannedChange::address)
                .filter(address -> !settled.contains(address))
                .collect(Collectors.toSet()));
  }

  /** Report of a run that ends with these changes remaining. */
  JobReport ended(Session session, RemainingChanges left, boolean mayWrite) {
    JobOutcome outcome = outcome(left);
    return new JobReport(
        outcome,
        left.summary(changes, failures.size()),
        Stream.concat(
                Stream.concat(failures.stream(), left.planned().warnings().stream())
                    .map(Finding::of),
                Finding.blocked(left.planned().plan()).stream())
            .toList(),
        outcome == JobOutcome.PENDING
            ? Optional.of(session.stored(left.planned(), Optional.empty(), Optional.empty()))
            : Optional.empty(),
        journals,
        outcome != JobOutcome.FAILED && mayWrite && left.goesOnByItself(),
        Sighting.placed(placed));
  }

  private JobOutcome outcome(RemainingChanges left) {
    if (failures.stream().anyMatch(failure -> failure.code() == JobCode.JOB_STOPPED)) {
      return JobOutcome.STOPPED;
    }
    if (!failures.isEmpty()) {
      return JobOutcome.FAILED;
    }
    if (left.pending() > 0) {
      return JobOutcome.PENDING;
    }
    if (!left.planned().warnings().isEmpty() || left.planned().plan().blocked() > 0) {
      return JobOutcome.FINDINGS;
    }
    return left.planned().plan().converged() ? JobOutcome.DONE : JobOutcome.WAITING;
  }

  /** Report of a run that ends early. */
  JobReport ended(JobReport cut) {
    return new JobReport(
        cut.outcome(),
        changes == 0
            ? cut.summary()
            : Text.of("job-summary.then", "count", changes, "summary", cut.summary()).toString(),
        Stream.concat(failures.stream().map(Finding::of), cut.findings().stream()).toList(),
        Optional.empty(),
        journals,
        false,
        Sighting.placed(placed));
  }
}

package dev.garrison.job.work;

import dev.garrison.engine.plan.Plan;
import dev.garrison.job.AutomaticChanges;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.session.Session.Verified;
import dev.garrison.session.Sessions.OpenSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Compares everything that there is with the manifest, and writes nothing. */
final class DriftWork implements JobWork {
  private final Supplier<OpenSession> opening;

  DriftWork(Supplier<OpenSession> opening) {
    this.opening = opening;
  }

  @Override
  public JobReport run(JobTask task) {
    try (OpenSession open = opening.get()) {
      Verified verified = open.session().verify();
      Plan plan = verified.planned().plan();
      return new JobReport(
          outcome(verified),
          new Left(
                  verified.planned(),
                  new AutomaticChanges(open.session().haltedBy(plan)),
                  Set.of(),
                  Optional.empty())
              .summary(0, 0),
          verified.findings().stream().map(Finding::of).toList(),
          Optional.empty(),
          List.of(),
          false);
    }
  }

  private static JobOutcome outcome(Verified verified) {
    if (verified.planned().plan().writes() || !verified.findings().isEmpty()) {
      return JobOutcome.FINDINGS;
    }
    return verified.planned().plan().waits() ? JobOutcome.WAITING : JobOutcome.DONE;
  }
}

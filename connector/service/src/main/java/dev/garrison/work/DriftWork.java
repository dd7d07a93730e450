package dev.garrison.work;

import dev.garrison.engine.plan.Plan;
import dev.garrison.job.AutomaticChanges;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.session.Session.Verified;
import dev.garrison.session.Sessions.OpenSession;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Compares all objects with the manifest, and writes nothing. */
final class DriftWork implements JobWork {
  /** Most objects in a report; the plan has all. */
  private static final int MOST_OBJECTS = 200;

  private final Supplier<OpenSession> opening;

  DriftWork(Supplier<OpenSession> opening) {
    this.opening = opening;
  }

  @Override
  public JobReport run(JobTask task) {
    try (OpenSession open = opening.get()) {
      Verified verified = open.session().verify();
      RemainingChanges left =
          new RemainingChanges(
              verified.planned(),
              new AutomaticChanges(verified.plan()),
              Set.of(),
              Optional.empty());
      return new JobReport(
          outcome(verified),
          summary(left, verified.findings().size()),
          Stream.concat(
                  verified.findings().stream().map(Finding::of),
                  Finding.blocked(verified.plan()).stream())
              .toList(),
          Optional.empty(),
          List.of(),
          false,
          differing(verified.plan()));
    }
  }

  private static List<Sighting> differing(Plan plan) {
    return plan.changes().stream()
        .filter(change -> change.action().writes())
        .limit(MOST_OBJECTS)
        .map(change ->
            new Sighting(
                change.address().kind(),
                change.address().name(),
                change.action().name().toLowerCase(Locale.ROOT),
                ""))
        .toList();
  }

  private static String summary(RemainingChanges left, int findings) {
    if (findings == 0) {
      return left.summary(0, 0);
    }
    String found = findings == 1 ? "1 thing to look at" : findings + " things to look at";
    return left.planned().plan().converged() ? found : found + ", " + left.summary(0, 0);
  }

  private static JobOutcome outcome(Verified verified) {
    if (verified.plan().writes()
        || verified.plan().blocked() > 0
        || !verified.findings().isEmpty()) {
      return JobOutcome.FINDINGS;
    }
    return verified.plan().waits() ? JobOutcome.WAITING : JobOutcome.DONE;
  }
}

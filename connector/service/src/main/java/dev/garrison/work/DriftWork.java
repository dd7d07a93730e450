package dev.garrison.work;

import dev.garrison.engine.change.Action;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.language.Text;
import dev.garrison.session.Session.Verified;
import dev.garrison.session.Sessions.OpenSession;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Compares all objects with the manifest, and writes nothing. */
final class DriftWork implements JobWork {
  private final Supplier<OpenSession> opening;

  DriftWork(Supplier<OpenSession> opening) {
    this.opening = opening;
  }

  @Override
  public JobReport run(JobTask task) {
    try (OpenSession open = opening.get()) {
      Verified verified = open.session().verify();
      return new JobReport(
          outcome(verified),
          summary(verified),
          Stream.concat(
                  verified.findings().stream().map(Finding::of),
                  Finding.blocked(verified.plan()).stream())
              .toList(),
          Optional.empty(),
          List.of(),
          false,
          drifted(verified));
    }
  }

  private static List<Sighting> drifted(Verified verified) {
    return verified.plan().changes().stream()
        .filter(change -> verified.drifted().contains(change.address()))
        .limit(Sighting.MOST_OBJECTS)
        .map(change ->
            new Sighting(
                change.address().kind(),
                change.address().name(),
                change.action().name().toLowerCase(Locale.ROOT),
                ""))
        .toList();
  }

  private static String summary(Verified verified) {
    int drifted = verified.drifted().size();
    int findings = verified.findings().size();
    JobSummary summary =
        new JobSummary()
            .counted("job-summary.drifted", drifted)
            .counted("job-summary.problems", findings);
    if (drifted == 0 && findings == 0) {
      summary.add(Text.of("job-summary.no-drift"));
    }
    return summary
        .counted("job-summary.never-applied", verified.neverApplied())
        .counted("job-summary.blocked", verified.plan().blocked())
        .counted("job-summary.waiting", verified.plan().waiting())
        .counted("job-summary.manual", verified.plan().count(Action.MANUAL))
        .toString();
  }

  private static JobOutcome outcome(Verified verified) {
    if (!verified.drifted().isEmpty()
        || verified.plan().blocked() > 0
        || !verified.findings().isEmpty()) {
      return JobOutcome.FINDINGS;
    }
    return verified.plan().waits() ? JobOutcome.WAITING : JobOutcome.DONE;
  }
}

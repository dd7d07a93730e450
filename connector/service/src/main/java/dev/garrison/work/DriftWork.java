package dev.garrison.work;

import dev.garrison.engine.change.Action;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.session.Session.Verified;
import dev.garrison.session.Sessions.OpenSession;
import java.util.ArrayList;
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
    List<String> words = new ArrayList<>();
    if (drifted > 0) {
      words.add(drifted == 1 ? "1 object has drifted" : drifted + " objects have drifted");
    }
    if (findings > 0) {
      words.add(findings == 1 ? "1 problem found" : findings + " problems found");
    }
    if (words.isEmpty()) {
      words.add("no drift");
    }
    long never = verified.neverApplied();
    if (never > 0) {
      words.add(never == 1 ? "1 change never applied" : never + " changes never applied");
    }
    if (verified.plan().blocked() > 0) {
      words.add(verified.plan().blocked() + " blocked");
    }
    if (verified.plan().waiting() > 0) {
      words.add(verified.plan().waiting() + " waiting");
    }
    long manual = verified.plan().count(Action.MANUAL);
    if (manual > 0) {
      words.add(manual == 1 ? "1 manual step" : manual + " manual steps");
    }
    return String.join(", ", words);
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

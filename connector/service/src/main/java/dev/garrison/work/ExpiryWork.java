package dev.garrison.work;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.payload.Packages;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;

/** Checks for expiring parts of the manifest. It sends no request to any server. */
final class ExpiryWork implements JobWork {
  private final BiFunction<Manifest, Instant, Packages> packages;
  private final InstantSource clock;

  ExpiryWork(BiFunction<Manifest, Instant, Packages> packages, InstantSource clock) {
    this.packages = packages;
    this.clock = clock;
  }

  @Override
  public JobReport run(JobTask task) {
    List<Diagnostic> findings =
        new ExpiryFindings(packages, clock.instant(), task.zone()).of(task.manifest());
    return findings.isEmpty()
        ? JobReport.of(JobOutcome.DONE, Text.of("job-summary.not-expiring").toString())
        : JobReport.of(
            JobOutcome.FINDINGS,
            Text.of("job-summary.expiring", "count", findings.size()).toString(),
            findings);
  }
}

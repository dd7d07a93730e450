package dev.garrison.cli.service;

import dev.garrison.job.JobRun;
import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import dev.garrison.server.reading.ApiAnswers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Run of a job as JSON.
 *
 * @param format the format; present if the run is the complete answer
 * @param outcome {@code running} while it runs; then {@code ended} is left out
 */
record RunAnswer(
    @OmittedWhenEmpty Optional<String> format,
    long run,
    String job,
    String reason,
    String startedBy,
    String mode,
    Instant started,
    @OmittedWhenEmpty Optional<Instant> ended,
    String outcome,
    String summary,
    boolean planKept,
    boolean soon,
    List<ApiAnswers.Finding> findings,
    List<ApiAnswers.Journaled> journals)
    implements JsonForm {
  private static final String FORMAT = "garrison-job-run/1";

  /** Several runs, newest first. */
  record Several(String format, List<RunAnswer> runs) implements JsonForm {
    private static final String FORMAT = "garrison-job-runs/1";

    static Several of(List<JobRun> runs) {
      return new Several(FORMAT, runs.stream().map(RunAnswer::part).toList());
    }
  }

  /** Run as the complete answer. */
  static RunAnswer of(JobRun run) {
    return of(run, Optional.of(FORMAT));
  }

  /** Run as a part of another answer. */
  static RunAnswer part(JobRun run) {
    return of(run, Optional.empty());
  }

  private static RunAnswer of(JobRun run, Optional<String> format) {
    return new RunAnswer(
        format,
        run.id(),
        run.job().word(),
        run.reason().word(),
        run.startedBy(),
        run.mode().word(),
        run.started(),
        run.ended(),
        run.outcomeWord(),
        run.summary(),
        run.planKept(),
        run.soon(),
        run.findings().stream().map(ApiAnswers.Finding::of).toList(),
        run.journals().stream().map(ApiAnswers.Journaled::of).toList());
  }
}

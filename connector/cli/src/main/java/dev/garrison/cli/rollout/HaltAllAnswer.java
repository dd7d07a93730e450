package dev.garrison.cli.rollout;

import dev.garrison.cli.rollout.RingsAnswer.Halted;
import dev.garrison.cli.view.OutcomeAnswer;
import dev.garrison.cli.view.ProblemAnswer;
import dev.garrison.json.JsonForm;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.session.WriteSession.Applied;
import java.util.List;
import java.util.Optional;

/**
 * Result of halting every ring, as JSON.
 *
 * @param pausedJobs jobs that were paused; others were paused before, or are not scheduled
 * @param mayStillRun the servers that may still run the deployments, by ring
 * @param unread why they could not be read
 */
record HaltAllAnswer(
    String format,
    List<String> pausedJobs,
    String run,
    String head,
    boolean succeeded,
    boolean complete,
    List<OutcomeAnswer> objects,
    List<Halted> mayStillRun,
    Optional<ProblemAnswer> unread)
    implements JsonForm {
  private static final String FORMAT = "garrison.rings-halted/1";

  static HaltAllAnswer of(List<JobKind> paused, HaltAll.StillRunning running, Applied applied) {
    return new HaltAllAnswer(
        FORMAT,
        paused.stream().map(JobKind::word).toList(),
        applied.run(),
        applied.report().head(),
        applied.report().succeeded(),
        applied.report().complete(),
        OutcomeAnswer.of(applied.report()),
        running.rings().stream().map(Halted::of).toList(),
        running.failure().map(why -> ProblemAnswer.of(why.diagnostics().getFirst())));
  }
}

package dev.garrison.job;

import dev.garrison.diagnostic.Worded;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.JournalRun;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.manifest.job.JobKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One run of a job, as it is stored.
 *
 * @param id counts up, from 1
 * @param reason why it ran: by schedule, or on request
 * @param startedBy user, host and process
 * @param mode the job's mode then
 * @param ended empty while it runs
 * @param outcome likewise
 * @param planKept whether its plan waits for approval
 * @param soon whether another run before its next time would advance it
 * @param sightings states of single rings and objects
 * @param origin the decision or time that started it
 */
public record JobRun(
    long id,
    JobKind job,
    Reason reason,
    String startedBy,
    JobMode mode,
    Instant started,
    Optional<Instant> ended,
    Optional<JobOutcome> outcome,
    String summary,
    List<Finding> findings,
    List<JournalRun> journals,
    boolean planKept,
    boolean soon,
    List<Sighting> sightings,
    RunOrigin origin) {
  public JobRun {
    findings = List.copyOf(findings);
    journals = List.copyOf(journals);
    sightings = List.copyOf(sightings);
  }

  /** Whether the job itself ran, and not an approval or an order. */
  public boolean isOwn() {
    return reason == Reason.SCHEDULE || reason == Reason.COMMAND;
  }

  /** Outcome in a word, or {@code running}. */
  public String outcomeWord() {
    return outcome.map(JobOutcome::word).orElse("running");
  }

  /** Reason of a run. */
  public enum Reason implements Worded {
    SCHEDULE,
    COMMAND,
    /** A user approved the plan that an earlier run left. */
    APPROVAL,
    /** A user halted or resumed a ring. */
    ORDER
  }
}

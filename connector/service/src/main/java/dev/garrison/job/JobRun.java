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
 * One run of a job, as it is kept.
 *
 * @param id counts up, from 1
 * @param reason why it ran: its time had come, or somebody said so
 * @param startedBy user, host and process
 * @param mode the job's mode then
 * @param ended empty while it runs
 * @param outcome likewise
 * @param planKept whether a plan of it waits for approval
 * @param soon whether another run before its next time would bring it on
 * @param sightings single things that it saw
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
    List<Sighting> sightings) {
  public JobRun {
    findings = List.copyOf(findings);
    journals = List.copyOf(journals);
    sightings = List.copyOf(sightings);
  }

  /** Whether the job itself ran, and not something that a person asked for in its name. */
  public boolean isOwn() {
    return reason == Reason.SCHEDULE || reason == Reason.COMMAND;
  }

  /** How it ended, in a word, or that it runs. */
  public String outcomeWord() {
    return outcome.map(JobOutcome::word).orElse("running");
  }

  /** Why a job runs. */
  public enum Reason implements Worded {
    SCHEDULE,
    COMMAND,
    /** Somebody had the plan carried out that an earlier run left. */
    APPROVAL,
    /** Somebody halted or resumed a ring. */
    ORDER
  }
}

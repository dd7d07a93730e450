package dev.garrison.job;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.ring.RingReport;
import dev.garrison.share.ContentShareException;
import dev.garrison.state.StoredPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one run of a job came to.
 *
 * @param summary one line for people
 * @param findings what somebody has to look at
 * @param plan what is left to be approved
 * @param journals the runs in the journal, oldest first
 * @param soon whether something of its own is under way that time alone completes, so that another
 *     run before its next time would bring it on
 * @param sightings single things that it saw, where it says them
 */
public record JobReport(
    JobOutcome outcome,
    String summary,
    List<Finding> findings,
    Optional<StoredPlan> plan,
    List<JournalRun> journals,
    boolean soon,
    List<Sighting> sightings) {
  public JobReport {
    findings = List.copyOf(findings);
    journals = List.copyOf(journals);
    sightings = List.copyOf(sightings);
  }

  /** A report that tells of no single thing. */
  public JobReport(
      JobOutcome outcome,
      String summary,
      List<Finding> findings,
      Optional<StoredPlan> plan,
      List<JournalRun> journals,
      boolean soon) {
    this(outcome, summary, findings, plan, journals, soon, List.of());
  }

  /** The same that tells of these too. */
  public JobReport seeing(List<Sighting> more) {
    return new JobReport(outcome, summary, findings, plan, journals, soon, more);
  }

  /** The same, and somebody has to look at these. */
  public JobReport finding(List<Finding> more) {
    return new JobReport(
        outcome == JobOutcome.DONE ? JobOutcome.FINDINGS : outcome,
        summary,
        Stream.concat(findings.stream(), more.stream()).toList(),
        plan,
        journals,
        soon,
        sightings);
  }

  /** A report of words alone. */
  public static JobReport of(JobOutcome outcome, String summary) {
    return new JobReport(outcome, summary, List.of(), Optional.empty(), List.of(), false);
  }

  /** A report of problems. */
  public static JobReport of(JobOutcome outcome, String summary, List<Diagnostic> problems) {
    return new JobReport(
        outcome,
        summary,
        problems.stream().map(Finding::of).toList(),
        Optional.empty(),
        List.of(),
        false);
  }

  /** A report of what kept a job from its work. */
  public static JobReport of(RefusalException refusal) {
    boolean busy =
        refusal.getCause() instanceof ContentShareException share
            && share.kind() == ContentShareException.Kind.HELD;
    boolean stopped =
        refusal.diagnostics().stream()
            .anyMatch(diagnostic -> diagnostic.code() == JobCode.JOB_STOPPED);
    JobOutcome outcome = busy ? JobOutcome.BUSY : stopped ? JobOutcome.STOPPED : JobOutcome.FAILED;
    String first = refusal.diagnostics().getFirst().problem();
    int more = refusal.diagnostics().size() - 1;
    return of(
        outcome,
        more == 0 ? first : first + " (and %d more)".formatted(more),
        refusal.diagnostics());
  }

  /**
   * A problem as it is kept.
   *
   * @param code such as {@code GAR-0101}
   */
  public record Finding(String code, String severity, String problem, String remedy) {
    /** Of a diagnostic. */
    public static Finding of(Diagnostic diagnostic) {
      return new Finding(
          diagnostic.code().label(),
          diagnostic.severity().word(),
          diagnostic.problem()
              + diagnostic.where().map(location -> " (" + location + ")").orElse(""),
          diagnostic.remedy());
    }
  }

  /**
   * A run in the journal.
   *
   * @param head the digest of its last line
   */
  public record JournalRun(String run, String head) {}

  /**
   * A single thing that a run saw.
   *
   * @param kind {@link #RING}, or the kind of an object that is not as the manifest says
   * @param name of the ring, or the object's key
   * @param state the ring's, or what would make the object as it should be
   * @param words why, as a clause; may be empty
   * @param ring how else the ring was; empty for other kinds
   */
  public record Sighting(
      String kind, String name, String state, String words, Optional<RingSeen> ring) {
    /** The kind of a ring. */
    public static final String RING = "ring";

    /** Something that is no ring. */
    public Sighting(String kind, String name, String state, String words) {
      this(kind, name, state, words, Optional.empty());
    }

    /** Where rings stand. */
    public static List<Sighting> of(List<RingReport> rings, Instant at) {
      return rings.stream()
          .map(ring ->
              new Sighting(
                  RING,
                  ring.ring(),
                  ring.state().word(),
                  ring.reason(),
                  Optional.of(RingSeen.of(ring, at))))
          .toList();
    }
  }
}

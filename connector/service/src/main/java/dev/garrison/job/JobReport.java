package dev.garrison.job;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.resource.Address;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.ring.RingReport;
import dev.garrison.share.ContentShareException;
import dev.garrison.state.StoredPlan;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Result of one run of a job.
 *
 * @param summary one line for people
 * @param findings problems that need attention
 * @param plan changes that wait for approval
 * @param journals the runs in the journal, oldest first
 * @param soon whether a change of the run's own only needs time to complete, so that another run
 *     before its next time would advance it
 * @param sightings states of single rings and objects, where the run reports them
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

  /** A report without sightings. */
  public JobReport(
      JobOutcome outcome,
      String summary,
      List<Finding> findings,
      Optional<StoredPlan> plan,
      List<JournalRun> journals,
      boolean soon) {
    this(outcome, summary, findings, plan, journals, soon, List.of());
  }

  /** The same report with these sightings in addition. */
  public JobReport seeing(List<Sighting> more) {
    return new JobReport(
        outcome,
        summary,
        findings,
        plan,
        journals,
        soon,
        Stream.concat(sightings.stream(), more.stream()).toList());
  }

  /** The same report with these findings, which need attention. */
  public JobReport finding(List<Finding> more) {
    return new JobReport(
        outcome == JobOutcome.DONE && !more.isEmpty() ? JobOutcome.FINDINGS : outcome,
        summary,
        Stream.concat(findings.stream(), more.stream()).toList(),
        plan,
        journals,
        soon,
        sightings);
  }

  /** The same report of a run in which rings are halted, or are to be. */
  public JobReport beside(List<String> halted) {
    if (halted.isEmpty()) {
      return this;
    }
    return new JobReport(
        outcome == JobOutcome.DONE ? JobOutcome.FINDINGS : outcome,
        Text.of("job-summary.halted", "summary", summary, "rings", String.join(", ", halted))
            .toString(),
        findings,
        plan,
        journals,
        soon,
        sightings);
  }

  /** A report that has only an outcome and a summary. */
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

  /** A report of the failure that kept a job from its work. */
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
        more == 0 ? first : Text.of("job-summary.more", "problem", first, "count", more).toString(),
        refusal.diagnostics());
  }

  /**
   * A problem in the form in which it is stored.
   *
   * @param code such as {@code GAR-0101}
   */
  public record Finding(String code, String severity, String problem, String remedy) {
    /** The findings on the changes of a plan that are not possible until a person acts. */
    public static List<Finding> blocked(Plan plan) {
      return plan.blockages().stream()
          .map(blockage ->
              of(
                  Diagnostic.error(
                      JobCode.CHANGE_BLOCKED,
                      Message.of(
                          "job-run.blocked",
                          "problem",
                          blockage.problem(),
                          "fix",
                          blockage.remedy()))))
          .toList();
    }

    /** Whether the finding is on a change that is not possible until a person acts. */
    public boolean isBlocked() {
      return code.equals(JobCode.CHANGE_BLOCKED.label());
    }

    /** The stored form of a diagnostic. */
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
   * State of one ring or object, as a run reported it.
   *
   * @param kind {@link #RING}, or the kind of an object
   * @param name of the ring, or the object's key
   * @param state the ring's state, the action that would make the object match the manifest, or
   *     {@link #PLACED}
   * @param words the reason, as a clause; may be empty
   * @param ring further facts of the ring; empty for other kinds
   */
  public record Sighting(
      String kind, String name, String state, String words, Optional<RingSeen> ring) {
    /** The kind of a sighting that is a ring. */
    public static final String RING = "ring";

    /** The state of an object that the run wrote, and that matches the manifest since. */
    public static final String PLACED = "placed";

    /** Most objects in a report; plan and journal have all. */
    public static final int MOST_OBJECTS = 200;

    /** A sighting of an object that is not a ring. */
    public Sighting(String kind, String name, String state, String words) {
      this(kind, name, state, words, Optional.empty());
    }

    /** The sightings of objects that a run put in place. */
    public static List<Sighting> placed(Collection<Address> objects) {
      return objects.stream()
          .limit(MOST_OBJECTS)
          .map(object -> new Sighting(object.kind(), object.name(), PLACED, ""))
          .toList();
    }

    /** The sightings of these rings. */
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

package dev.garrison.work;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.job.AutomaticChanges;
import dev.garrison.language.Text;
import dev.garrison.manifest.job.ChangeKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Changes that a run leaves.
 *
 * @param planned the plan after the run
 * @param own changes that it may make, and that a change under way holds back
 * @param closed reason why it may not write now
 */
record RemainingChanges(
    Planned planned, AutomaticChanges automatic, Set<Address> own, Optional<Text> closed) {
  /** Number of changes that need approval. */
  long pending() {
    return planned.plan().changes().stream()
        .filter(change -> change.action().writes() && !own.contains(change.address()))
        .count();
  }

  /** Whether time alone advances a change, and not a gate, a window, or a person. */
  boolean goesOnByItself() {
    if (closed.isPresent() || !own.isEmpty()) {
      return closed.isEmpty();
    }
    Set<Address> waiting =
        planned.plan().changes().stream()
            .filter(PlannedChange::waits)
            .map(PlannedChange::address)
            .collect(Collectors.toSet());
    return planned.steps().stream()
        .anyMatch(step -> waiting.contains(step.address()) && step.wanted().held().isEmpty());
  }

  /** Made and remaining changes, in one line. */
  String summary(long made, int failed) {
    JobSummary summary =
        new JobSummary().counted("job-summary.made", made).counted("job-summary.failed", failed);
    pending(summary);
    summary.counted("job-summary.blocked", planned.plan().blocked());
    waiting(summary);
    summary.counted("job-summary.manual", planned.plan().count(Action.MANUAL));
    if (failed == 0 && planned.plan().converged()) {
      summary.add(Text.of("job-summary.up-to-date"));
    }
    return summary.toString();
  }

  /** Adds the changes that need approval: those that a job may make, by kind, and the others. */
  private void pending(JobSummary summary) {
    Map<Optional<ChangeKind>, Integer> kinds = automatic.count(own);
    long others = kinds.getOrDefault(Optional.empty(), 0);
    if (pending() > others) {
      List<String> words =
          kinds.entrySet().stream()
              .flatMap(entry ->
                  entry.getKey().stream().map(kind -> entry.getValue() + " " + kind.word()))
              .toList();
      summary.add(
          Text.of(
              "job-summary.pending",
              "count",
              pending() - others,
              "kinds",
              String.join(", ", words)));
    }
    summary.counted("job-summary.never", others);
  }

  private void waiting(JobSummary summary) {
    long waiting = planned.plan().waiting() + own.size();
    if (waiting > 0 && closed.isPresent()) {
      summary.add(Text.of("job-summary.waiting-why", "count", waiting, "reason", closed.get()));
    } else {
      summary.counted("job-summary.waiting", waiting);
    }
  }
}

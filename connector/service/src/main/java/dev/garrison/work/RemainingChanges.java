package dev.garrison.work;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.job.AutomaticChanges;
import dev.garrison.manifest.job.ChangeKind;
import java.util.ArrayList;
import java.util.List;
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
    Planned planned, AutomaticChanges automatic, Set<Address> own, Optional<String> closed) {
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
    List<String> words = new ArrayList<>();
    if (made > 0) {
      words.add(count(made, "change") + " made");
    }
    if (failed > 0) {
      words.add(failed + " failed");
    }
    if (pending() > 0) {
      words.add("%s pending (%s)".formatted(count(pending(), "change"), kinds()));
    }
    long blocked = planned.plan().blocked();
    if (blocked > 0) {
      words.add(blocked + " blocked");
    }
    long waiting = planned.plan().waiting() + own.size();
    if (waiting > 0) {
      words.add(
          waiting + (waiting == 1 ? " waits" : " wait") + closed.map(why -> ": " + why).orElse(""));
    }
    long manual = planned.plan().count(Action.MANUAL);
    if (manual > 0) {
      words.add(manual + " by hand");
    }
    if (failed == 0 && planned.plan().converged()) {
      words.add("everything is as the manifest says");
    }
    return String.join(", ", words);
  }

  private String kinds() {
    return automatic.count(own).entrySet().stream()
        .map(entry ->
            entry.getValue() + " " + entry.getKey().map(ChangeKind::word).orElse("never by a job"))
        .collect(Collectors.joining(", "));
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}

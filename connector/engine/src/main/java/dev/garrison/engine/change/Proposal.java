package dev.garrison.engine.change;

import dev.garrison.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/** Proposed action for one object, or the refusal to touch it. */
public sealed interface Proposal {
  /**
   * Action that can be carried out, or waited for.
   *
   * @param action the action
   * @param summary the object in a few words, for the plan's right-hand column
   * @param differences the values that an update changes; for a create, all values of the new
   *     object
   * @param notes facts that a person should know before agreeing
   * @param step the manual step, exactly when the action is {@link Action#MANUAL}
   * @param blocked why the wait does not end without a person; only with {@link Action#WAIT}
   */
  record Proposed(
      Action action,
      String summary,
      List<Difference> differences,
      List<String> notes,
      Optional<ManualStep> step,
      Optional<Blockage> blocked)
      implements Proposal {
    public Proposed {
      if (step.isPresent() != (action == Action.MANUAL)) {
        throw new IllegalArgumentException("a manual step goes with MANUAL, not with " + action);
      }
      if (blocked.isPresent() && action != Action.WAIT) {
        throw new IllegalArgumentException("only a wait is blocked, not " + action);
      }
      differences = List.copyOf(differences);
      notes = List.copyOf(notes);
    }

    public Proposed(
        Action action,
        String summary,
        List<Difference> differences,
        List<String> notes,
        Optional<ManualStep> step) {
      this(action, summary, differences, notes, step, Optional.empty());
    }

    public Proposed(Action action, String summary) {
      this(action, summary, List.of(), List.of(), Optional.empty());
    }

    /** A wait, which a person has to end where something is in the way. */
    public static Proposed waiting(String why, Optional<Blockage> blocked) {
      return new Proposed(Action.WAIT, why, List.of(), List.of(), Optional.empty(), blocked);
    }

    public Proposed(Action action, String summary, List<Difference> differences) {
      this(action, summary, differences, List.of(), Optional.empty());
    }

    /** A copy with more notes. */
    public Proposed withNotes(List<String> more) {
      return new Proposed(
          action,
          summary,
          differences,
          java.util.stream.Stream.concat(notes.stream(), more.stream()).toList(),
          step,
          blocked);
    }
  }

  /** The object is in a state in which Garrison must not touch it. */
  record Refused(Diagnostic diagnostic) implements Proposal {}
}

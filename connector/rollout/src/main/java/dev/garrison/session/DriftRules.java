package dev.garrison.session;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Facts;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.Step;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Markable;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.Recorded;
import dev.garrison.state.JournalEntry.Seen;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.LastWrites;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells objects that changed since Garrison wrote them from changes that were never applied. An
 * object has drifted if it differs from what was last written, or if that is what the manifest
 * says. Where no journal tells, an object that carries the manifest's mark has drifted, and any
 * other was never applied, unless marked objects show that another state folder has the journals.
 */
final class DriftRules {
  private final LastWrites writes;
  private final Json json;

  DriftRules(LastWrites writes, Json json) {
    this.writes = writes;
    this.json = json;
  }

  /** The objects that a plan would write because they have drifted. */
  static Set<Address> drifted(Planned planned, List<JournalFolder> journals, Json json) {
    Map<Address, Action> actions =
        planned.plan().changes().stream()
            .filter(change -> change.action().writes())
            .collect(Collectors.toMap(PlannedChange::address, PlannedChange::action));
    if (actions.isEmpty()) {
      return Set.of();
    }
    Set<String> addresses =
        actions.keySet().stream().map(Address::toString).collect(Collectors.toSet());
    LastWrites writes =
        journals.stream()
            .map(journal -> journal.lastWrites(addresses))
            .reduce(new LastWrites(Map.of(), true), LastWrites::and);
    boolean elsewhere =
        journals.stream().allMatch(journal -> journal.runs().isEmpty())
            && planned.steps().stream().anyMatch(DriftRules::isMarked);
    DriftRules rules =
        new DriftRules(elsewhere ? new LastWrites(writes.seen(), false) : writes, json);
    return planned.steps().stream()
        .filter(step -> actions.containsKey(step.address()))
        .filter(step -> rules.isDrift(step, Objects.requireNonNull(actions.get(step.address()))))
        .map(Step::address)
        .collect(Collectors.toSet());
  }

  /**
   * Checks whether an object has drifted.
   *
   * @param action that its plan has for it
   */
  <S extends Record> boolean isDrift(Step<S> step, Action action) {
    Optional<Seen> last = writes.seen().get(step.address().toString());
    if (last == null) {
      return !writes.complete() || (action != Action.CREATE && isMarked(step));
    }
    return last.flatMap(seen -> observation(step, seen))
        .map(written -> !isSame(written, step.seen()) || isNoOp(step.propose(written)))
        .orElse(true);
  }

  /**
   * Checks for the manifest's mark. Objects of kinds without marks count as the manifest's from the
   * start, so they show nothing.
   */
  private static boolean isMarked(Step<?> step) {
    return step.type() instanceof Markable<?>
        && step.seen() instanceof Observation.Found<?> found
        && found.owner() instanceof Owner.Ours;
  }

  private static <S extends Record> boolean isSame(Observation<S> written, Observation<S> now) {
    if (written instanceof Observation.Found<S> before
        && now instanceof Observation.Found<S> found) {
      return Facts.of(before.state()).canonical().equals(Facts.of(found.state()).canonical());
    }
    return written instanceof Observation.Missing<S> && now instanceof Observation.Missing<S>;
  }

  private static boolean isNoOp(Proposal proposal) {
    return proposal instanceof Proposal.Proposed proposed && proposed.action() == Action.NO_OP;
  }

  /** The object as it was written; empty where that is not known. */
  private <S extends Record> Optional<Observation<S>> observation(Step<S> step, Seen seen) {
    try {
      return seen.state(json, step.type().kind().form())
          .filter(state -> state.unknown().isEmpty())
          .map(Recorded::value)
          .<Observation<S>>map(state ->
              new Observation.Found<>(state, new Owner.Ours(), seen.id(), seen.unmodelled()))
          .or(() -> seen.isMissing() ? Optional.of(new Observation.Missing<>()) : Optional.empty());
    } catch (JsonException _) {
      // A state of another version: what it was is not known.
      return Optional.empty();
    }
  }
}

package dev.garrison.work;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.engine.resource.Examined;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Markable;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.StandardProposal;
import dev.garrison.engine.resource.StateForm;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.engine.resource.Writable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All objects of one kind in memory, which may refuse writes or be at work. */
final class KeptObjects<S extends Record> implements Writable<S>, Examined<S>, Markable<S> {
  static final Mark MARK = new Mark("small");

  private final String kind;
  private final Class<S> stateClass;
  private final Function<S, String> comment;
  final Map<Address, S> there = new HashMap<>();
  final List<String> writes = new ArrayList<>();
  final Set<String> refused = new HashSet<>();
  final Set<String> atWork = new HashSet<>();
  final Set<String> byHand = new HashSet<>();
  final Set<String> damaged = new HashSet<>();

  /** Whose writes are taken and not done yet. */
  final Set<String> later = new HashSet<>();

  Runnable written = () -> {};

  KeptObjects(String kind, Class<S> stateClass, Function<S, String> comment) {
    this.kind = kind;
    this.stateClass = stateClass;
    this.comment = comment;
  }

  Address address(String name) {
    return new Address(kind, name);
  }

  /** It is on the site. */
  void put(String name, S state) {
    there.put(address(name), state);
  }

  @Override
  public S marked(S state, Mark mark) {
    throw new AssertionError("no job adopts");
  }

  @Override
  public Kind<S> kind() {
    return new Kind<>(
        kind, form(), new Rollback("It goes.", "It becomes what it was.", "It comes back."));
  }

  @SuppressWarnings("unchecked") // a class knows no type arguments
  private StateForm<S> form() {
    return StateForm.of(
        stateClass,
        (Class<Journaled<S>>) (Class<?>) Journaled.class,
        state -> new Journaled<>(state.toString()));
  }

  /** A state in the journal; no run of these is taken back. */
  private record Journaled<S extends Record>(String text) implements RecordedState<S> {
    @Override
    public S state() {
      throw new IllegalArgumentException(text);
    }
  }

  @Override
  public Observations<S> observe(List<Wanted<S>> wanted, Resolved ids, Scope scope) {
    Map<Address, Observation<S>> seen = new LinkedHashMap<>();
    for (Wanted<S> each : wanted) {
      S state = there.get(each.address());
      seen.put(
          each.address(),
          state == null
              ? new Observation.Missing<>()
              : new Observation.Found<>(
                  state, MARK.ownerOf(comment.apply(state)), each.address().name(), ""));
    }
    return new Observations<>(seen);
  }

  @Override
  public Proposal propose(Wanted<S> wanted, Observation<S> seen) {
    String name = wanted.address().name();
    if (atWork.contains(name)) {
      return new Proposal.Proposed(Action.WAIT, "the site is at work");
    }
    if (byHand.contains(name)) {
      return new Proposal.Proposed(
          Action.MANUAL,
          "by hand",
          List.of(),
          List.of(),
          Optional.of(new ManualStep("Administration > It", "Set-It")));
    }
    return StandardProposal.of(wanted, seen, kind);
  }

  @Override
  public Optional<Diagnostic> examine(Wanted<S> wanted, Observation<S> seen) {
    return damaged.contains(wanted.address().name())
        ? Optional.of(
            Diagnostic.error(
                EngineCode.OBJECT_UNREADABLE, wanted.address() + " is damaged.", "Put it back."))
        : Optional.empty();
  }

  @Override
  public Outcome carryOut(Change<S> change, Resolved ids, Progress progress) {
    Address address = change.wanted().address();
    if (refused.contains(address.name())) {
      return new Outcome.Failed(
          Diagnostic.error(
              EngineCode.OBJECT_UNREADABLE, address + " is refused.", "Ask the site why."));
    }
    writes.add(change.action() + " " + address);
    if (later.contains(address.name())) {
      return new Outcome.Pending("the site copies it");
    }
    if (change.action() == Action.DELETE) {
      there.remove(address);
    } else {
      there.put(address, change.state());
    }
    written.run();
    return new Outcome.Done();
  }
}

package dev.garrison.engine;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Lifetime;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Markable;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.StandardProposal;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.engine.resource.Writable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A complete resource type over a server in memory that can misbehave in the ways real ones do. */
public final class ThingServer implements Writable<Thing>, Markable<Thing> {
  public static final Mark MARK = new Mark("contoso-prod");

  /** Why things are blocked. */
  public static final Blockage STUCK = new Blockage("it is stuck", "Free it.");

  public final Map<String, Thing> things = new TreeMap<>();

  /** What is not modelled of a thing, by its name. */
  public final Map<String, String> rest = new TreeMap<>();

  /** Who uses a thing, by the thing's name; a thing in use is not deleted. */
  public final Map<String, Set<String>> users = new TreeMap<>();

  public final List<String> writes = new ArrayList<>();

  /** What was asked for, in the order of asking. */
  public final List<String> reads = new ArrayList<>();

  public final Set<String> losesAnswerOf = new HashSet<>();
  public final Set<String> ignores = new HashSet<>();
  public final Set<String> staysBusyWith = new HashSet<>();

  /** What is blocked until a person acts, though it is as wanted. */
  public final Set<String> blocked = new HashSet<>();

  public final Set<String> refuses = new HashSet<>();
  public final Set<String> frozen = new HashSet<>();

  /** What is seen instead where a thing is looked for, by its name. */
  public final Map<String, Observation<Thing>> seenAs = new TreeMap<>();

  /** What only a person can write. */
  public final Set<String> byHand = new HashSet<>();

  /** Whose writes are taken and not yet done. */
  public final Set<String> finishesLater = new HashSet<>();

  /** Whose writes end in a refusal thrown at the caller, before the effect. */
  public final Set<String> breaksOff = new HashSet<>();

  /** Whether no plan rests on how things are. */
  public boolean passing;

  /** Once this was written, nothing can be read any more. */
  public final Set<String> goesAwayAfter = new HashSet<>();

  private final String kind;

  public ThingServer() {
    this("thing");
  }

  /** A server of another kind of things. */
  public ThingServer(String kind) {
    this.kind = kind;
  }

  public static Address address(String name) {
    return new Address("thing", name);
  }

  public static Wanted<Thing> wanted(String name, Thing thing) {
    return Wanted.present(address(name), thing);
  }

  /** A thing of ours. */
  public static Thing ours(String value) {
    return new Thing(MARK.after("Made by Garrison"), value);
  }

  @Override
  public Kind<Thing> kind() {
    return new Kind<>(
        kind,
        Thing.FORM,
        new Rollback("It goes.", "It gets its earlier value.", "It comes back."),
        passing ? Lifetime.PASSING : Lifetime.LASTING);
  }

  @Override
  public Set<Address> references(Thing desired) {
    return desired.needs().map(this::needed).stream().collect(Collectors.toSet());
  }

  /** A thing of this kind by its name, one of another kind by its address. */
  private Address needed(String needs) {
    return needs.contains("/") ? Address.parse(needs) : new Address(kind, needs);
  }

  @Override
  public Observations<Thing> observe(List<Wanted<Thing>> wanted, Resolved ids, Scope scope) {
    if (writes.stream()
        .anyMatch(write -> goesAwayAfter.contains(write.substring(write.indexOf(" ") + 1)))) {
      throw new RefusalException(
          Diagnostic.error(EngineCode.OBJECT_UNREADABLE, "The server is gone.", "Start it."));
    }
    Map<Address, Observation<Thing>> seen = new LinkedHashMap<>();
    for (Wanted<Thing> each : wanted) {
      reads.add(each.address().name());
      seen.put(each.address(), seen(each.address().name()));
    }
    Map<Address, Observation.Found<Thing>> orphans = new LinkedHashMap<>();
    things.forEach((name, thing) -> {
      boolean marked =
          MARK.ownerOf(thing.comment()) instanceof dev.garrison.engine.resource.Owner.Ours;
      Address address = new Address(kind, name);
      if (marked && !seen.containsKey(address)) {
        orphans.put(address, found(name, thing));
      }
    });
    return new Observations<>(seen, scope == Scope.WANTED ? Map.of() : orphans);
  }

  private Observation<Thing> seen(String name) {
    Observation<Thing> instead = seenAs.get(name);
    Thing thing = things.get(name);
    if (instead != null) {
      return instead;
    }
    return thing == null ? new Observation.Missing<>() : found(name, thing);
  }

  private Observation.Found<Thing> found(String name, Thing thing) {
    return new Observation.Found<>(
        thing,
        MARK.ownerOf(thing.comment()),
        "id-" + name,
        rest.getOrDefault(name, "")
            + users.getOrDefault(name, Set.of()).stream()
                .filter(things::containsKey)
                .map(user -> "used by id-" + user + "\n")
                .sorted()
                .collect(Collectors.joining()));
  }

  @Override
  public Observation.Found<Thing> without(
      Observation.Found<Thing> deleted, Observation.Found<Thing> seen) {
    return new Observation.Found<>(
        seen.state(),
        seen.owner(),
        seen.id(),
        seen.unmodelled().replace("used by " + deleted.id() + "\n", ""));
  }

  @Override
  public Proposal propose(Wanted<Thing> wanted, Observation<Thing> seen) {
    Proposal proposal = StandardProposal.of(wanted, seen, "a thing");
    if (staysBusyWith.contains(wanted.address().name())
        && proposal instanceof Proposal.Proposed proposed
        && proposed.action() == Action.NO_OP) {
      return new Proposal.Proposed(Action.WAIT, "the server is still at work");
    }
    if (blocked.contains(wanted.address().name())
        && proposal instanceof Proposal.Proposed proposed
        && proposed.action() == Action.NO_OP) {
      return new Proposal.Proposed(
          Action.WAIT, "it is stuck", List.of(), List.of(), Optional.empty(), Optional.of(STUCK));
    }
    if (frozen.contains(wanted.address().name())
        && proposal instanceof Proposal.Proposed proposed
        && (proposed.action() == Action.UPDATE || proposed.action() == Action.DELETE)) {
      return new Proposal.Refused(
          Diagnostic.error(EngineCode.OBJECT_UNREADABLE, "It is frozen.", "Thaw it."));
    }
    if (proposal instanceof Proposal.Proposed proposed
        && proposed.action() == Action.DELETE
        && seen instanceof Observation.Found<Thing> found
        && found.unmodelled().contains("used by ")) {
      return new Proposal.Refused(
          Diagnostic.error(
              EngineCode.OBJECT_UNREADABLE,
              wanted.address() + " is " + found.unmodelled().strip() + ".",
              "End the use."));
    }
    if (byHand.contains(wanted.address().name())
        && proposal instanceof Proposal.Proposed proposed
        && proposed.action().writes()) {
      return new Proposal.Proposed(
          Action.MANUAL,
          "a person does it",
          proposed.differences(),
          List.of(),
          Optional.of(new ManualStep("Things > Make", "New-Thing")));
    }
    return proposal;
  }

  @Override
  public Thing marked(Thing state, Mark mark) {
    return new Thing(mark.after(state.comment()), state.value(), state.needs(), state.tags());
  }

  @Override
  public Outcome carryOut(Change<Thing> change, Resolved ids, Progress progress) {
    String name = change.wanted().address().name();
    if (refuses.contains(name)) {
      return new Outcome.Failed(
          Diagnostic.error(EngineCode.OBJECT_UNREADABLE, "The server refuses.", "Ask it why."));
    }
    writes.add(change.action() + " " + name);
    if (breaksOff.contains(name)) {
      throw new RefusalException(
          Diagnostic.error(EngineCode.OBJECT_UNREADABLE, "The line is cut.", "Mend it."));
    }
    if (finishesLater.contains(name)) {
      return new Outcome.Pending("the server copies it");
    }
    progress.bytes(1, 2);
    if (!ignores.contains(name)) {
      if (change.action() == Action.DELETE) {
        things.remove(name);
      } else {
        things.put(name, change.state());
      }
    }
    if (losesAnswerOf.contains(name)) {
      return new Outcome.Failed(
          Diagnostic.error(EngineCode.OBJECT_UNREADABLE, "No answer came.", "Try again."));
    }
    return new Outcome.Done();
  }
}

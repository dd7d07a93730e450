package dev.garrison.engine;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.StandardProposal;
import dev.garrison.engine.resource.Wanted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A complete resource type over a server in memory that can misbehave in the ways real ones do. */
public final class ThingServer implements ResourceType<Thing> {
  public static final Mark MARK = new Mark("contoso-prod");

  public final Map<String, Thing> things = new TreeMap<>();

  /** What is not modelled of a thing, by its name. */
  public final Map<String, String> rest = new TreeMap<>();

  public final List<String> writes = new ArrayList<>();
  public final Set<String> losesAnswerOf = new HashSet<>();
  public final Set<String> ignores = new HashSet<>();
  public final Set<String> staysBusyWith = new HashSet<>();
  public final Set<String> refuses = new HashSet<>();
  public final Set<String> frozen = new HashSet<>();

  /** Once this was written, nothing can be read any more. */
  public final Set<String> goesAwayAfter = new HashSet<>();

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
  public String name() {
    return "thing";
  }

  @Override
  public Class<Thing> stateClass() {
    return Thing.class;
  }

  @Override
  public Set<Address> references(Thing desired) {
    return desired.needs().map(ThingServer::address).stream().collect(Collectors.toSet());
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
      Thing thing = things.get(each.address().name());
      seen.put(
          each.address(),
          thing == null ? new Observation.Missing<>() : found(each.address().name(), thing));
    }
    Map<Address, Observation.Found<Thing>> orphans = new LinkedHashMap<>();
    things.forEach((name, thing) -> {
      boolean marked =
          MARK.ownerOf(thing.comment()) instanceof dev.garrison.engine.resource.Owner.Ours;
      if (marked && !seen.containsKey(address(name))) {
        orphans.put(address(name), found(name, thing));
      }
    });
    return new Observations<>(seen, scope == Scope.WANTED ? Map.of() : orphans);
  }

  private Observation.Found<Thing> found(String name, Thing thing) {
    return new Observation.Found<>(
        thing, MARK.ownerOf(thing.comment()), "id-" + name, rest.getOrDefault(name, ""));
  }

  @Override
  public Proposal propose(Wanted<Thing> wanted, Observation<Thing> seen) {
    Proposal proposal = StandardProposal.of(wanted, seen, "a thing");
    if (staysBusyWith.contains(wanted.address().name())
        && proposal instanceof Proposal.Proposed proposed
        && proposed.action() == Action.NO_OP) {
      return new Proposal.Proposed(Action.WAIT, "the server is still at work");
    }
    if (frozen.contains(wanted.address().name())
        && proposal instanceof Proposal.Proposed proposed
        && (proposed.action() == Action.UPDATE || proposed.action() == Action.DELETE)) {
      return new Proposal.Refused(
          Diagnostic.error(EngineCode.OBJECT_UNREADABLE, "It is frozen.", "Thaw it."));
    }
    return proposal;
  }

  @Override
  public Rollback rollback() {
    return new Rollback("It goes.", "It gets its earlier value.", "It comes back.");
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

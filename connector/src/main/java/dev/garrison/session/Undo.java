package dev.garrison.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Facts;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.Planner;
import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.engine.plan.Step;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.record.JournalEntry;
import dev.garrison.record.JournalEntry.Seen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Taking back a run (F44): a plan like any other, made from the journal, refused when something
 * changed since.
 */
final class Undo {
  private final Planner planner;
  private final ResourceTypes types;
  private final Json json;

  Undo(Planner planner, ResourceTypes types, Json json) {
    this.planner = planner;
    this.types = types;
    this.json = json;
  }

  /** How one object was before and after the run. */
  private record Trace(Seen before, Seen after) {}

  Planned plan(Intent intent, String run, List<JournalEntry> entries) {
    Map<Address, Trace> traces = traces(entries);
    if (traces.isEmpty()) {
      throw new RefusalException(
          refusal("The run %s changed nothing.".formatted(run), "There is nothing to take back."));
    }
    Intent undoing = intent.wanting(wanted(intent, traces));
    List<Diagnostic> changed = new ArrayList<>();
    for (Step<?> step : planner.read(undoing).steps()) {
      Trace trace = traces.get(step.address());
      if (trace != null) {
        laterChange(step, trace).ifPresent(changed::add);
      }
    }
    if (!changed.isEmpty()) {
      throw new RefusalException(changed);
    }
    return planner.plan(undoing, false).only(traces.keySet());
  }

  private Map<Address, Trace> traces(List<JournalEntry> entries) {
    Map<Address, Seen> first = new LinkedHashMap<>();
    Map<Address, Trace> traces = new LinkedHashMap<>();
    for (JournalEntry entry : entries) {
      entry
          .before()
          .ifPresent(before -> first.putIfAbsent(address(before.address()), before.seen()));
      entry
          .after()
          .ifPresent(after -> {
            Seen before = first.get(address(after.address()));
            if (before != null) {
              traces.put(address(after.address()), new Trace(before, after.seen()));
            }
          });
    }
    return traces;
  }

  private List<Wanted<?>> wanted(Intent intent, Map<Address, Trace> traces) {
    List<Wanted<?>> wanted = new ArrayList<>();
    intent.wanted().stream()
        .filter(each -> !traces.containsKey(each.address()))
        .forEach(wanted::add);
    // What came last is taken back first.
    for (Map.Entry<Address, Trace> trace : List.copyOf(traces.entrySet()).reversed()) {
      Address address = trace.getKey();
      wanted.add(before(types.of(address.kind()), address, trace.getValue().before()));
    }
    return wanted;
  }

  private <S extends Record> Wanted<S> before(ResourceType<S> type, Address address, Seen seen) {
    Optional<ObjectNode> state = seen.state();
    return state.isEmpty()
        ? new Wanted<>(address, new Desired.Absent<>("taken back: it was not there before"))
        : Wanted.present(address, state(type, address, state.get()));
  }

  private <S extends Record> Optional<Diagnostic> laterChange(Step<S> step, Trace trace) {
    Facts now =
        step.seen() instanceof Observation.Found<S> found ? Facts.of(found.state()) : Facts.none();
    Facts then =
        trace
            .after()
            .state()
            .map(state -> Facts.of(state(step.type(), step.address(), state)))
            .orElse(Facts.none());
    if (Facts.between(then, now).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        refusal(
            "%s was changed after the run.".formatted(step.address()),
            "Taking the run back would undo that change too. Undo the later run first, or change the manifest and plan."));
  }

  /** The address of an object that this program can take back. */
  private Address address(String text) {
    try {
      Address address = Address.parse(text);
      if (types.inOrder().stream().anyMatch(type -> type.name().equals(address.kind()))) {
        return address;
      }
      throw foreign("the kind of '" + address + "'", null);
    } catch (IllegalArgumentException e) {
      throw foreign("the address '" + text + "'", e);
    }
  }

  private <S extends Record> S state(ResourceType<S> type, Address address, ObjectNode state) {
    try {
      return json.read(state, type.stateClass());
    } catch (JsonException e) {
      throw foreign("the state of " + address, e);
    }
  }

  /** Another version of Garrison wrote the journal, or somebody edited it. */
  private static RefusalException foreign(String what, @Nullable Exception cause) {
    Diagnostic diagnostic =
        refusal(
            "The journal cannot be used: %s is not one that this version of Garrison writes."
                .formatted(what),
            "Use the version that made the run, and check the journal with 'garrison journal verify'.");
    return cause == null
        ? new RefusalException(diagnostic)
        : new RefusalException(diagnostic, cause);
  }

  private static Diagnostic refusal(String problem, String remedy) {
    return Diagnostic.error(EngineCode.UNDO_REFUSED, problem, remedy);
  }
}

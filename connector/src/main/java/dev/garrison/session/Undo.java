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
import dev.garrison.record.JournalEntry;
import dev.garrison.record.JournalEntry.Seen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  private static Map<Address, Trace> traces(List<JournalEntry> entries) {
    Map<Address, Seen> first = new LinkedHashMap<>();
    Map<Address, Trace> traces = new LinkedHashMap<>();
    for (JournalEntry entry : entries) {
      entry
          .before()
          .ifPresent(before -> first.putIfAbsent(Address.parse(before.address()), before.seen()));
      entry
          .after()
          .ifPresent(after -> {
            Seen before = first.get(Address.parse(after.address()));
            if (before != null) {
              traces.put(Address.parse(after.address()), new Trace(before, after.seen()));
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
        : Wanted.present(address, json.read(state.get(), type.stateClass()));
  }

  private <S extends Record> Optional<Diagnostic> laterChange(Step<S> step, Trace trace) {
    Facts now =
        step.seen() instanceof Observation.Found<S> found ? Facts.of(found.state()) : Facts.none();
    Facts then =
        trace
            .after()
            .state()
            .map(state -> Facts.of(json.read(state, step.type().stateClass())))
            .orElse(Facts.none());
    if (Facts.between(then, now).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        refusal(
            "%s was changed after the run.".formatted(step.address()),
            "Taking the run back would undo that change too. Undo the later run first, or change the manifest and plan."));
  }

  private static Diagnostic refusal(String problem, String remedy) {
    return Diagnostic.error(EngineCode.UNDO_REFUSED, problem, remedy);
  }
}

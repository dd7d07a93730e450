package dev.garrison.session;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Facts;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.Planner;
import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.engine.plan.Step;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Restorable;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.state.JournalEntry;
import dev.garrison.state.JournalEntry.Seen;
import dev.garrison.state.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans to undo a run (F44); refused if an object was changed since. The plan is like any other,
 * and is made from the journal. An object that is already as it was before the run does not count
 * as changed, so an undo that was interrupted, or that had to wait, can be continued.
 */
final class Undo {
  private final ResourceTypes types;
  private final RunChanges journal;

  Undo(ResourceTypes types, Json json) {
    this.types = types;
    this.journal = new RunChanges(types, json);
  }

  Planned plan(Intent intent, String site, String run, List<JournalEntry> entries) {
    requireSamePlace(intent, site, run, entries);
    requireNoDeeds(run, entries);
    Map<Address, ObjectChange> traces = new LinkedHashMap<>(journal.of(entries));
    if (traces.isEmpty()) {
      throw new RefusalException(refusal(Message.of("undo.nothing", "run", run)));
    }
    requireNobodyLetBack(intent, run, traces.keySet());
    List<String> lost = withoutLost(traces);
    Set<Address> different = different(intent, traces);
    Planned planned =
        new Planner(types).planOnly(intent.wanting(before(intent, traces)), traces.keySet());
    List<String> remarks = remarks(planned, run, traces, different);
    remarks.addAll(lost);
    return planned.remarking(remarks);
  }

  /** Refuses a run with actions on servers, because they cannot be undone. */
  private static void requireNoDeeds(String run, List<JournalEntry> entries) {
    List<String> deeds =
        entries.stream()
            .flatMap(entry -> entry.before().stream())
            .filter(before -> before.seen().isDeed())
            .map(before -> "%s %s".formatted(before.action(), before.address()))
            .distinct()
            .toList();
    if (!deeds.isEmpty()) {
      throw new RefusalException(refusal(Message.of("undo.deeds", "run", run, "deeds", deeds)));
    }
  }

  /** Removes objects that the run deleted and that cannot be created again; returns the reasons. */
  private List<String> withoutLost(Map<Address, ObjectChange> traces) {
    List<String> remarks = new ArrayList<>();
    for (Map.Entry<Address, ObjectChange> each : List.copyOf(traces.entrySet())) {
      boolean deleted =
          each.getValue().after().filter(after -> after.state().isEmpty()).isPresent();
      Optional<String> why =
          deleted
              ? lost(types.of(each.getKey().kind()), each.getKey(), each.getValue().before())
              : Optional.empty();
      why.ifPresent(reason -> {
        traces.remove(each.getKey());
        remarks.add(
            Text.of("session-remark.stays-deleted", "object", each.getKey(), "reason", reason)
                .toString());
      });
    }
    return remarks;
  }

  private <S extends Record> Optional<String> lost(
      ResourceType<S> type, Address address, Seen before) {
    return type instanceof Restorable<S> restorable
        ? journal.state(type, address, before).flatMap(restorable::lost)
        : Optional.empty();
  }

  /**
   * Refuses to undo collections while servers leave or come back. Managed collections keep servers
   * out of one side until they have left the other behind; an undo would let them in at once.
   */
  private static void requireNobodyLetBack(Intent intent, String run, Set<Address> touched) {
    if (!intent.offboarding().isEmpty()
        && touched.stream().anyMatch(address -> address.kind().equals(DeviceCollection.KIND))) {
      throw new RefusalException(
          refusal(
              Message.of(
                  "undo.servers-leaving",
                  "run",
                  run,
                  "entries",
                  intent.offboarding().stream().map(OffboardDecision::entry).toList())));
    }
  }

  private static void requireSamePlace(
      Intent intent, String site, String run, List<JournalEntry> entries) {
    Run first =
        entries.stream()
            .flatMap(entry -> entry.run().stream())
            .findFirst()
            .orElseThrow(
                () -> new RefusalException(refusal(Message.of("undo.origin-missing", "run", run))));
    if (!first.manifest().equals(intent.manifest()) || !first.site().equalsIgnoreCase(site)) {
      throw new RefusalException(
          refusal(
              Message.of(
                  "undo.other-place",
                  "run",
                  run,
                  "theirs",
                  first.manifest(),
                  "theirSite",
                  first.site(),
                  "manifest",
                  intent.manifest(),
                  "site",
                  site)));
    }
  }

  /**
   * The objects that are not as they were before the run. They are read in the same way as the run
   * read them last, because the wanted state decides the parts of an object that are read.
   */
  private Set<Address> different(Intent intent, Map<Address, ObjectChange> traces) {
    List<Wanted<?>> left = new ArrayList<>(untouched(intent, traces));
    traces.forEach((address, trace) -> left.add(wanted(address, trace.left(), Set.of())));
    Set<Address> different = new HashSet<>();
    List<Diagnostic> changed = new ArrayList<>();
    for (Step<?> step : new Planner(types).read(intent.wanting(left)).steps()) {
      ObjectChange trace = traces.get(step.address());
      if (trace != null && compare(step, trace, changed)) {
        different.add(step.address());
      }
    }
    if (!changed.isEmpty()) {
      throw new RefusalException(changed);
    }
    return different;
  }

  /** Whether the object differs from its state before the run; notes a change since the run. */
  private <S extends Record> boolean compare(
      Step<S> step, ObjectChange trace, List<Diagnostic> changed) {
    Optional<Observation.Found<S>> found =
        step.seen() instanceof Observation.Found<S> it ? Optional.of(it) : Optional.empty();
    Facts now = facts(step.type(), found.map(Observation.Found::state));
    Facts before = facts(step.type(), journal.state(step.type(), step.address(), trace.before()));
    boolean asBefore = now.equals(before);
    trace
        .after()
        .ifPresent(after -> {
          Facts then = facts(step.type(), journal.state(step.type(), step.address(), after));
          boolean takenBack = asBefore && !then.equals(before);
          String rest = found.map(Observation.Found::unmodelled).orElse("");
          if (!takenBack && !now.equals(then)) {
            changed.add(refusal(Message.of("undo.changed-later", "object", step.address())));
          } else if (!takenBack && !rest.equals(after.unmodelled())) {
            changed.add(refusal(Message.of("undo.changed-elsewhere", "object", step.address())));
          }
        });
    return !asBefore;
  }

  private static <S extends Record> Facts facts(ResourceType<S> type, Optional<S> state) {
    return state.map(each -> lasting(type, each)).map(Facts::of).orElseGet(Facts::none);
  }

  private static <S extends Record> S lasting(ResourceType<S> type, S state) {
    return type instanceof Restorable<S> restorable ? restorable.lasting(state) : state;
  }

  /** Other objects of the manifest: read for their keys, and not part of the plan. */
  private static List<Wanted<?>> untouched(Intent intent, Map<Address, ObjectChange> traces) {
    return intent.wanted().stream()
        .filter(each -> !traces.containsKey(each.address()))
        .collect(Collectors.toList());
  }

  /**
   * Wanted states from before the run; the last change is undone first. An object is deleted only
   * after objects that were changed later are changed back, because until then they may refer to
   * it.
   */
  private List<Wanted<?>> before(Intent intent, Map<Address, ObjectChange> traces) {
    List<Wanted<?>> wanted = new ArrayList<>(untouched(intent, traces));
    Set<Address> changedBack = new HashSet<>();
    for (Map.Entry<Address, ObjectChange> trace : List.copyOf(traces.entrySet()).reversed()) {
      Wanted<?> before = wanted(trace.getKey(), trace.getValue().before(), changedBack);
      wanted.add(trace.getValue().adopted() ? before.givingBack() : before);
      if (trace.getValue().before().state().isPresent()) {
        changedBack.add(trace.getKey());
      }
    }
    return wanted;
  }

  private Wanted<?> wanted(Address address, Seen seen, Set<Address> first) {
    return wanted(types.of(address.kind()), address, seen, first);
  }

  private <S extends Record> Wanted<S> wanted(
      ResourceType<S> type, Address address, Seen seen, Set<Address> first) {
    return journal
        .state(type, address, seen)
        .map(state -> Wanted.present(address, lasting(type, state)))
        .orElseGet(() ->
            new Wanted<>(
                address, new Desired.Absent<>(Text.of("removal.taken-back").toString()), first));
  }

  private static List<String> remarks(
      Planned planned, String run, Map<Address, ObjectChange> traces, Set<Address> different) {
    List<String> remarks = new ArrayList<>();
    traces.forEach((address, trace) -> unseen(address, trace, run).ifPresent(remarks::add));
    for (PlannedChange change : planned.plan().changes()) {
      if (change.action() == Action.NO_OP && different.contains(change.address())) {
        remarks.add(Text.of("session-remark.stays-as-is", "object", change.address()).toString());
      }
    }
    return remarks;
  }

  private static Optional<String> unseen(Address address, ObjectChange trace, String run) {
    return switch (trace.ending()) {
      case SEEN -> Optional.empty();
      case AT_WORK ->
          Optional.of(Text.of("session-remark.at-work", "object", address, "run", run).toString());
      case UNREADABLE ->
          Optional.of(
              Text.of("session-remark.unreadable", "object", address, "run", run).toString());
      case CUT ->
          Optional.of(Text.of("session-remark.cut", "object", address, "run", run).toString());
    };
  }

  private static Diagnostic refusal(Message message) {
    return Diagnostic.error(EngineCode.UNDO_REFUSED, message);
  }
}

package dev.garrison.engine.plan;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.plan.Ordering.Placed;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the objects and computes the changes they need. Writes nothing. */
public final class Planner {
  private final ResourceTypes types;

  public Planner(ResourceTypes types) {
    this.types = types;
  }

  /**
   * The plan for this intent.
   *
   * @param allowances the permissions of the user; the intent was made with the same ones
   * @throws RefusalException with every object that Garrison must not touch
   */
  public Planned plan(Intent intent, Allowances allowances) {
    Reading reading = read(intent);
    List<String> left =
        allowances.prune()
            ? List.of()
            : reading.orphans().stream().map(step -> step.address().toString()).toList();
    List<Step<?>> all =
        allowances.prune()
            ? Stream.concat(reading.steps().stream(), reading.orphans().stream()).toList()
            : reading.steps();
    List<Placed> placed =
        inTurn(Ordering.of(all, address -> types.rank(address.kind())), _ -> true);
    return new Planned(
        record(intent, allowances, placed, left),
        placed.stream().<Step<?>>map(Placed::step).toList(),
        reading.ids(),
        intent.warnings());
  }

  /**
   * The plan for some objects of this intent. The others are read only for their keys and their
   * order; if Garrison must not touch one of them, the plan is made all the same.
   *
   * @throws RefusalException with every one of these objects that Garrison must not touch
   */
  public Planned planOnly(Intent intent, Set<Address> addresses) {
    Reading reading = read(intent);
    List<Placed> placed =
        inTurn(
                Ordering.of(reading.steps(), address -> types.rank(address.kind())),
                addresses::contains)
            .stream()
            .filter(each -> addresses.contains(each.step().address()) || !refused(each.step()))
            .toList();
    return new Planned(
            record(intent, Allowances.NONE, placed, List.of()),
            placed.stream().<Step<?>>map(Placed::step).toList(),
            reading.ids(),
            intent.warnings())
        .only(addresses);
  }

  /**
   * The steps without the uses by objects that the plan deletes earlier, which don't count (F26).
   * The read before each deletion counts them again.
   */
  private static List<Placed> inTurn(List<Placed> placed, Predicate<Address> planned) {
    List<Step<?>> deleted = new ArrayList<>();
    List<Placed> inTurn = new ArrayList<>();
    for (Placed each : placed) {
      Step<?> step = each.step();
      if (step.leaves()) {
        for (Step<?> earlier : deleted) {
          step = step.without(earlier);
        }
        if (planned.test(step.address()) && deletes(step)) {
          deleted.add(step);
        }
      }
      inTurn.add(new Placed(step, each.after()));
    }
    return inTurn;
  }

  private static <S extends Record> boolean deletes(Step<S> step) {
    return step.propose(step.seen()) instanceof Proposal.Proposed proposed
        && proposed.action() == Action.DELETE;
  }

  private static <S extends Record> boolean refused(Step<S> step) {
    return step.propose(step.seen()) instanceof Proposal.Refused;
  }

  /** Reads all objects of the intent, and all others that carry the manifest's mark. */
  public Reading read(Intent intent) {
    Resolved ids = new Resolved();
    List<Step<?>> steps = new ArrayList<>();
    List<Step<?>> orphans = new ArrayList<>();
    for (ResourceType<?> type : types.inOrder()) {
      read(type, intent.wanted(), ids, steps, orphans);
    }
    return new Reading(steps, orphans, ids);
  }

  private <S extends Record> void read(
      ResourceType<S> type,
      List<Wanted<?>> all,
      Resolved ids,
      List<Step<?>> steps,
      List<Step<?>> orphanSteps) {
    List<Wanted<S>> mine =
        all.stream()
            .filter(wanted -> wanted.address().kind().equals(type.kind().name()))
            .map(wanted -> typed(type, wanted))
            .toList();
    Observations<S> observations = type.observe(mine, ids, Scope.WANTED_AND_ORPHANS);
    for (Wanted<S> wanted : mine) {
      Observation<S> seen = observations.of(wanted.address());
      ids.update(wanted.address(), seen);
      steps.add(new Step<>(type, wanted, seen));
    }
    observations
        .orphans()
        .forEach((address, found) ->
            orphanSteps.add(
                new Step<>(
                    type,
                    new Wanted<>(
                        address,
                        new Desired.Absent<>(Text.of("change.not-in-manifest").toString())),
                    found)));
  }

  private static <S extends Record> Wanted<S> typed(ResourceType<S> type, Wanted<?> wanted) {
    Desired<S> desired =
        switch (wanted.desired()) {
          case Desired.Present<?>(Record state) ->
              new Desired.Present<>(type.kind().form().stateClass().cast(state));
          case Desired.Absent<?>(String reason) -> new Desired.Absent<>(reason);
        };
    return new Wanted<>(
        wanted.address(),
        desired,
        wanted.after(),
        wanted.held(),
        wanted.blocked(),
        wanted.givenBack());
  }

  private static Plan record(
      Intent intent, Allowances allowances, List<Placed> placed, List<String> orphans) {
    List<Diagnostic> refusals = new ArrayList<>();
    List<PlannedChange> changes = new ArrayList<>();
    Map<Address, PlannedChange> earlier = new HashMap<>();
    for (Placed each : placed) {
      change(each.step(), each.after(), refusals)
          .map(change -> held(change, each.step().wanted(), earlier))
          .ifPresent(change -> {
            changes.add(change);
            earlier.put(change.address(), change);
          });
    }
    if (!refusals.isEmpty()) {
      throw new RefusalException(refusals);
    }
    return new Plan(
        intent.manifest(),
        intent.manifestDigest(),
        intent.site(),
        intent.survey(),
        intent.packages(),
        intent.rings(),
        intent.offboarding(),
        intent.remarks(),
        intent.asOf(),
        intent.validUntil(),
        allowances,
        changes,
        orphans);
  }

  private static <S extends Record> Optional<PlannedChange> change(
      Step<S> step, Set<Address> after, List<Diagnostic> refusals) {
    return switch (step.propose(step.seen())) {
      case Proposal.Refused(Diagnostic diagnostic) -> {
        refusals.add(diagnostic);
        yield Optional.empty();
      }
      case Proposal.Proposed proposed ->
          Optional.of(
              new PlannedChange(
                  step.address(),
                  proposed.action(),
                  proposed.summary(),
                  proposed.differences(),
                  proposed.notes(),
                  proposed.step(),
                  Fingerprint.of(step.type().kind(), step.seen()),
                  List.copyOf(after),
                  proposed.blocked()));
    };
  }

  /**
   * Turns a write into a wait if a decision holds it back or an object that it needs waits. A write
   * that needs a blocked object is blocked too.
   */
  private static PlannedChange held(
      PlannedChange change, Wanted<?> wanted, Map<Address, PlannedChange> earlier) {
    if (!change.action().writes()) {
      return change;
    }
    Optional<PlannedChange> needed =
        change.after().stream()
            .flatMap(address -> Optional.ofNullable(earlier.get(address)).stream())
            .filter(each -> each.action().holdsDependents())
            .min(
                Comparator.comparing((PlannedChange each) -> each.blocked().isEmpty())
                    .thenComparing(PlannedChange::address, change.likelyCause()));
    return wanted
        .held()
        .map(why -> change.waiting(why, wanted.blocked()))
        .or(() ->
            needed.map(each ->
                change.waiting(
                    Text.of("change.waits-for", "object", each.address()).toString(),
                    each.blocked())))
        .orElse(change);
  }
}

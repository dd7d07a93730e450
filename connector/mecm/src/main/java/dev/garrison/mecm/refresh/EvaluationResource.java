package dev.garrison.mecm.refresh;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Lifetime;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Restorable;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.offer.Needs;
import dev.garrison.mecm.offer.OfferedResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluations of collections, requested with RequestRefresh. The site evaluates some seconds later,
 * and objects that depend on it wait; requesting twice is harmless.
 */
public final class EvaluationResource
    implements OfferedResource<Evaluation>, Restorable<Evaluation> {
  private static final String CLASS = "SMS_Collection";

  /** Site properties and methods that an evaluation needs. */
  private static final Needs NEEDS = Needs.NONE.calling(CLASS, "RequestRefresh", Action.UPDATE);

  private final AdminService site;
  private final Json json;
  private final String collectionKind;

  /**
   * @param collectionKind the kind of the addresses that an evaluation refers to
   */
  public EvaluationResource(AdminService site, Json json, String collectionKind) {
    this.site = site;
    this.json = json;
    this.collectionKind = collectionKind;
  }

  /** Site classes, properties and methods that this kind relies on. */
  public static Assumption assumption() {
    return Assumption.of(CollectionTimes.QUERY)
        .with(CLASS, "CollectionType")
        .calling(CLASS, "RequestRefresh");
  }

  @Override
  public Kind<Evaluation> kind() {
    return new Kind<>(
        Evaluation.KIND,
        RecordedEvaluation.FORM,
        Rollback.always(Text.of("collection-evaluation.undo").toString()),
        Lifetime.PASSING);
  }

  @Override
  public Set<Address> references(Evaluation desired) {
    return Set.of(new Address(collectionKind, desired.collection()));
  }

  @Override
  public Observations<Evaluation> observe(
      List<Wanted<Evaluation>> wanted, Resolved ids, Scope scope) {
    Map<Address, Observation<Evaluation>> seen = new LinkedHashMap<>();
    if (!wanted.isEmpty()) {
      CollectionTimes times = CollectionTimes.read(site);
      wanted.forEach(each -> seen.put(each.address(), observation(each, times)));
    }
    return new Observations<>(seen);
  }

  private static Observation<Evaluation> observation(
      Wanted<Evaluation> wanted, CollectionTimes times) {
    String collection = wanted.address().name();
    Set<String> follows =
        wanted.desired() instanceof Desired.Present<Evaluation>(Evaluation state)
            ? state.follows()
            : Set.of();
    return times
        .id(collection)
        .<Observation<Evaluation>>map(id ->
            new Observation.Found<>(
                new Evaluation(collection, follows, times.evaluatedAfter(collection, follows)),
                new Owner.Ours(),
                id,
                ""))
        .orElseGet(Observation.Missing::new);
  }

  @Override
  public Proposal propose(Wanted<Evaluation> wanted, Observation<Evaluation> seen) {
    if (!(seen instanceof Observation.Found<Evaluation> found)) {
      return new Proposal.Proposed(
          Action.WAIT, Text.of("collection-evaluation.no-collection").toString());
    }
    if (found.state().current() || wanted.desired() instanceof Desired.Absent<Evaluation>) {
      return new Proposal.Proposed(Action.NO_OP, Text.of("collection-evaluation.done").toString());
    }
    Set<String> follows = found.state().follows();
    return new Proposal.Proposed(
        Action.UPDATE,
        follows.isEmpty()
            ? Text.of("collection-evaluation.changed").toString()
            : Text.of("collection-evaluation.follows", "collections", List.copyOf(follows))
                .toString());
  }

  /** The evaluation without its result: the time of an evaluation is not undone. */
  @Override
  public Evaluation lasting(Evaluation state) {
    return Evaluation.of(state.collection(), Set.of());
  }

  @Override
  public Optional<Diagnostic> objection(Wanted<Evaluation> wanted, Action action) {
    return NEEDS.objection(site, wanted.address(), action);
  }

  @Override
  public Outcome carryOut(Change<Evaluation> change, Resolved ids, Progress progress) {
    site.invoke(CLASS, ObjectKey.of(change.found().id()), "RequestRefresh", json.object());
    return new Outcome.Pending(Text.of("collection-evaluation.pending").toString());
  }
}

package dev.garrison.session;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind while adoptions are taken back. An object that goes back to an administrator is as wanted
 * when it is as it was, without our mark; in any other state without our mark it is refused as
 * ever.
 *
 * @param given the objects that nobody owned before the run
 */
record UnmarkingResource<S extends Record>(ResourceType<S> type, Set<Address> given)
    implements ResourceType<S> {
  UnmarkingResource {
    given = Set.copyOf(given);
  }

  @Override
  public Proposal propose(Wanted<S> wanted, Observation<S> seen) {
    if (seen instanceof Observation.Found<S> found
        && found.owner() instanceof Owner.Nobody
        && given.contains(wanted.address())) {
      Observation<S> asOurs =
          new Observation.Found<>(found.state(), new Owner.Ours(), found.id(), found.unmodelled());
      if (type.propose(wanted, asOurs) instanceof Proposal.Proposed proposed
          && proposed.action() == Action.NO_OP) {
        return proposed;
      }
    }
    return type.propose(wanted, seen);
  }

  @Override
  public String name() {
    return type.name();
  }

  @Override
  public Class<S> stateClass() {
    return type.stateClass();
  }

  @Override
  public Set<Address> references(S desired) {
    return type.references(desired);
  }

  @Override
  public Observations<S> observe(List<Wanted<S>> wanted, Resolved ids, Scope scope) {
    return type.observe(wanted, ids, scope);
  }

  @Override
  public Optional<String> lost(S state) {
    return type.lost(state);
  }

  @Override
  public S lasting(S state) {
    return type.lasting(state);
  }

  @Override
  public Rollback rollback() {
    return type.rollback();
  }

  @Override
  public S marked(S state, Mark mark) {
    return type.marked(state, mark);
  }

  @Override
  public Outcome carryOut(Change<S> change, Resolved ids, Progress progress) {
    return type.carryOut(change, ids, progress);
  }
}

package dev.garrison.session;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.ForwardingResource;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Wanted;
import java.util.Set;

/**
 * A kind while adoptions are taken back. An object that goes back to an administrator is as wanted
 * when it is as it was, without our mark; in any other state without our mark it is refused as
 * ever.
 *
 * @param given the objects that nobody owned before the run
 */
record UnmarkingResource<S extends Record>(ResourceType<S> type, Set<Address> given)
    implements ForwardingResource<S> {
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
}

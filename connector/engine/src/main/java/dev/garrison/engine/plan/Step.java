package dev.garrison.engine.plan;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.engine.resource.Writable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One object of a plan with everything needed to carry it out.
 *
 * @param seen the observation when the plan was made
 */
public record Step<S extends Record>(ResourceType<S> type, Wanted<S> wanted, Observation<S> seen) {
  /** The object's address. */
  public Address address() {
    return wanted.address();
  }

  /**
   * Proposes the action for the object in this state. An object that is given back to an
   * administrator is as wanted when only the manifest's mark is missing; in any other state without
   * the mark it is refused as usual.
   */
  public Proposal propose(Observation<S> now) {
    if (wanted.givenBack()
        && now instanceof Observation.Found<S> found
        && found.owner() instanceof Owner.Nobody) {
      Observation<S> asOurs =
          new Observation.Found<>(found.state(), new Owner.Ours(), found.id(), found.unmodelled());
      if (type.propose(wanted, asOurs) instanceof Proposal.Proposed proposed
          && proposed.action() == Action.NO_OP) {
        return proposed;
      }
    }
    Proposal proposal = type.propose(wanted, now);
    return proposal instanceof Proposal.Proposed write
            && write.action().writes()
            && type instanceof Writable<S> writer
        ? writer.offered(wanted, now, write)
        : proposal;
  }

  /** All objects that have to be in place before this one. */
  public Set<Address> dependencies() {
    Set<Address> all = new HashSet<>(wanted.after());
    if (wanted.desired() instanceof Desired.Present<S>(S state)) {
      all.addAll(references(state));
    }
    return all;
  }

  /** Managed objects that the existing object refers to; if both are deleted, they go after it. */
  Set<Address> referencesOfExisting() {
    return seen instanceof Observation.Found<S> found ? references(found.state()) : Set.of();
  }

  /** A copy whose object is seen as it will be once the object of the other step is deleted. */
  Step<S> without(Step<?> other) {
    if (address().equals(other.address())
        || !address().kind().equals(other.address().kind())
        || !(type instanceof Writable<S> writer)
        || !(seen instanceof Observation.Found<S> found)
        || !(other.seen() instanceof Observation.Found<?> gone)) {
      return this;
    }
    S state = type.kind().form().stateClass().cast(gone.state());
    return new Step<>(
        type,
        wanted,
        writer.without(
            new Observation.Found<>(state, gone.owner(), gone.id(), gone.unmodelled()), found));
  }

  private Set<Address> references(S state) {
    return writer().map(writer -> writer.references(state)).orElseGet(Set::of);
  }

  /** The type, if Garrison writes such objects. */
  public Optional<Writable<S>> writer() {
    return type instanceof Writable<S> writer ? Optional.of(writer) : Optional.empty();
  }

  boolean leaves() {
    return wanted.desired() instanceof Desired.Absent;
  }
}

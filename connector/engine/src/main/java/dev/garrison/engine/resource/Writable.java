package dev.garrison.engine.resource;

import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import java.util.Set;

/** Kind whose objects Garrison writes. Objects of other kinds are changed by a person. */
public interface Writable<S extends Record> extends ResourceType<S> {
  /** Managed objects that have to exist before this one. */
  default Set<Address> references(S desired) {
    return Set.of();
  }

  /**
   * The object as the next read shows it once another one of its kind, which may use it, is
   * deleted.
   */
  default Observation.Found<S> without(Observation.Found<S> deleted, Observation.Found<S> seen) {
    return seen;
  }

  /** Replaces a write that this site does not offer; returns any other write as it is. */
  default Proposal offered(Wanted<S> wanted, Observation<S> seen, Proposal.Proposed write) {
    return write;
  }

  /**
   * Carries out the change. Whether it counts is decided by observing and proposing again; so doing
   * it twice must be harmless.
   */
  Outcome carryOut(Change<S> change, Resolved ids, Progress progress);
}

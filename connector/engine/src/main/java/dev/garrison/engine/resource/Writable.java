package dev.garrison.engine.resource;

import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import java.util.Set;

/** A kind whose objects Garrison writes. The others are a person's to change. */
public interface Writable<S extends Record> extends ResourceType<S> {
  /** Managed objects that have to be there before this one. */
  default Set<Address> references(S desired) {
    return Set.of();
  }

  /** What takes the place of a write that this site does not offer; the write where it does. */
  default Proposal offered(Wanted<S> wanted, Observation<S> seen, Proposal.Proposed write) {
    return write;
  }

  /**
   * Does it. Whether it counts is decided by observing and proposing again; so doing it twice must
   * be harmless.
   */
  Outcome carryOut(Change<S> change, Resolved ids, Progress progress);
}

package dev.garrison.mecm.offer;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.engine.resource.Writable;
import java.util.Optional;

/**
 * A kind whose changes are proposed only where the site's metadata has what they take: otherwise a
 * person does them, where there is a way, or the plan is refused.
 */
public interface OfferedResource<S extends Record> extends Writable<S> {
  /** What is missing on the site for this action; empty where nothing is. */
  Optional<Diagnostic> objection(Wanted<S> wanted, Action action);

  /**
   * How a person does what the site offers no method for, or nothing where there is no way.
   *
   * @param seen what is there
   */
  default Optional<ManualStep> byHand(Wanted<S> wanted, Observation<S> seen, Action action) {
    return Optional.empty();
  }

  @Override
  default Proposal offered(Wanted<S> wanted, Observation<S> seen, Proposal.Proposed write) {
    Optional<Diagnostic> objection = objection(wanted, write.action());
    if (objection.isEmpty()) {
      return write;
    }
    return byHand(wanted, seen, write.action())
        .<Proposal>map(step ->
            new Proposal.Proposed(
                Action.MANUAL,
                write.summary() + ", which this site offers no method for",
                write.differences(),
                write.notes(),
                Optional.of(step)))
        .orElseGet(() -> new Proposal.Refused(objection.get()));
  }
}

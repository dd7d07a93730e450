package dev.garrison.mecm.offer;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.engine.resource.Writable;
import dev.garrison.language.Text;
import java.util.Optional;

/**
 * A kind whose changes are proposed only if the site's metadata has the members they need.
 * Otherwise the plan contains a manual step, if there is one, or is refused.
 */
public interface OfferedResource<S extends Record> extends Writable<S> {
  /** Missing members of the site for this action; empty if none is missing. */
  Optional<Diagnostic> objection(Wanted<S> wanted, Action action);

  /**
   * Manual step for a change that the site offers no method for; empty if there is none.
   *
   * @param seen the observed state
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
                Text.of("managed-object.no-method", "change", write.summary()).toString(),
                write.differences(),
                write.notes(),
                Optional.of(step)))
        .orElseGet(() -> new Proposal.Refused(objection.get()));
  }
}

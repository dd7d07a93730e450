package dev.garrison.mecm.offer;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.ForwardingResource;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.mecm.adminservice.AdminService;
import java.util.Optional;

/**
 * A kind whose changes are proposed only where the site's metadata has what they take: otherwise a
 * person does them, where there is a way, or the plan is refused.
 */
public record OfferedResource<S extends Record>(
    ResourceType<S> type, AdminService site, Needs needs, ByHand<S> byHand)
    implements ForwardingResource<S> {
  /** How a person does what the site offers no method for. */
  @FunctionalInterface
  public interface ByHand<S extends Record> {
    /**
     * The step, or nothing where there is none.
     *
     * @param seen what is there
     */
    Optional<ManualStep> step(Wanted<S> wanted, Observation<S> seen, Action action);
  }

  /** A kind whose changes nobody can do by hand. */
  public OfferedResource(ResourceType<S> type, AdminService site, Needs needs) {
    this(type, site, needs, (_, _, _) -> Optional.empty());
  }

  @Override
  public Proposal propose(Wanted<S> wanted, Observation<S> seen) {
    Proposal proposal = type.propose(wanted, seen);
    if (!(proposal instanceof Proposal.Proposed proposed) || !proposed.action().writes()) {
      return proposal;
    }
    return site.capabilities()
        .objection(wanted.address() + " " + verb(proposed.action()), needs.of(proposed.action()))
        .map(objection -> instead(wanted, seen, proposed, objection))
        .orElse(proposal);
  }

  private Proposal instead(
      Wanted<S> wanted, Observation<S> seen, Proposal.Proposed proposed, Diagnostic objection) {
    return byHand
        .step(wanted, seen, proposed.action())
        .<Proposal>map(step ->
            new Proposal.Proposed(
                Action.MANUAL,
                proposed.summary() + ", which this site offers no method for",
                proposed.differences(),
                proposed.notes(),
                Optional.of(step)))
        .orElseGet(() -> new Proposal.Refused(objection));
  }

  private static String verb(Action action) {
    return switch (action) {
      case CREATE -> "would be created";
      case UPDATE -> "would be changed";
      case REPLACE -> "would be replaced";
      case DELETE -> "would be deleted";
      case NO_OP, WAIT, MANUAL -> throw new IllegalStateException(action + " writes nothing");
    };
  }
}

package dev.garrison.engine.resource;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A kind that does as another one does, but for what it does itself. */
public interface ForwardingResource<S extends Record> extends ResourceType<S> {
  /** The other one. */
  ResourceType<S> type();

  @Override
  default String name() {
    return type().name();
  }

  @Override
  default StateForm<S> form() {
    return type().form();
  }

  @Override
  default Set<Address> references(S desired) {
    return type().references(desired);
  }

  @Override
  default Observations<S> observe(List<Wanted<S>> wanted, Resolved ids, Scope scope) {
    return type().observe(wanted, ids, scope);
  }

  @Override
  default Proposal propose(Wanted<S> wanted, Observation<S> seen) {
    return type().propose(wanted, seen);
  }

  @Override
  default S lasting(S state) {
    return type().lasting(state);
  }

  @Override
  default boolean passing() {
    return type().passing();
  }

  @Override
  default Rollback rollback() {
    return type().rollback();
  }

  @Override
  default Optional<Diagnostic> examine(Wanted<S> wanted, Observation<S> seen) {
    return type().examine(wanted, seen);
  }

  @Override
  default Optional<String> lost(S state) {
    return type().lost(state);
  }

  @Override
  default S marked(S state, Mark mark) {
    return type().marked(state, mark);
  }

  @Override
  default Outcome carryOut(Change<S> change, Resolved ids, Progress progress) {
    return type().carryOut(change, ids, progress);
  }
}

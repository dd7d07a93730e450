package dev.garrison.session;

import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.engine.resource.Writable;
import java.util.List;

/** Things without a mark of their own, which count as the manifest's from the start. */
record UnmarkedThings(ThingServer server) implements Writable<Thing> {
  @Override
  public Kind<Thing> kind() {
    return server.kind();
  }

  @Override
  public Observations<Thing> observe(List<Wanted<Thing>> wanted, Resolved ids, Scope scope) {
    return server.observe(wanted, ids, scope);
  }

  @Override
  public Proposal propose(Wanted<Thing> wanted, Observation<Thing> seen) {
    return server.propose(wanted, seen);
  }

  @Override
  public Outcome carryOut(Change<Thing> change, Resolved ids, Progress progress) {
    return server.carryOut(change, ids, progress);
  }
}

package dev.garrison.engine;

import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import java.util.List;

/** Things of a server that only a person writes, though writes are proposed. */
public record WatchedThings(ThingServer server) implements ResourceType<Thing> {
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
}

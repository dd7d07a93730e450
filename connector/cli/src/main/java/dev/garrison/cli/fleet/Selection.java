package dev.garrison.cli.fleet;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.fleet.FleetCode;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerName;
import java.util.List;
import java.util.Optional;

/**
 * The servers that a command covers.
 *
 * @param ring only those of this ring
 * @param server only this one
 */
public record Selection(Optional<String> ring, Optional<String> server) {
  /** Refuses a ring that the manifest does not have. */
  public void require(List<String> rings) {
    ring.filter(wanted -> rings.stream().noneMatch(wanted::equalsIgnoreCase))
        .ifPresent(wanted -> {
          throw new RefusalException(
              Diagnostic.error(
                  EngineCode.RING_UNKNOWN,
                  "The manifest has no ring '%s'.".formatted(wanted),
                  "It has: %s.".formatted(String.join(", ", rings))));
        });
  }

  /** Refuses a server that no ring has. */
  public void requireServer(int found) {
    if (server.isPresent() && found == 0) {
      throw new RefusalException(
          Diagnostic.error(
              FleetCode.SERVER_UNKNOWN,
              "No %s has a server '%s'."
                  .formatted(
                      ring.map(name -> "collection of ring " + name).orElse("ring's collection"),
                      server.get()),
              "Look in the console for the collections that it is in; a ring's 'exclude' takes it out."));
    }
  }

  /** Whether it is among them. */
  public boolean speaksOf(Server one) {
    return ring.filter(wanted -> !wanted.equalsIgnoreCase(one.ring())).isEmpty()
        && server.filter(wanted -> !ServerName.same(wanted, one.name())).isEmpty();
  }
}

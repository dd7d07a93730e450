package dev.garrison.cli.fleet;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.fleet.FleetCode;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerName;
import dev.garrison.language.Message;
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
                  Message.of("ring-name.unknown", "ring", wanted, "rings", rings)));
        });
  }

  /** Refuses a server that no ring has. */
  public void requireServer(int found) {
    if (server.isPresent() && found == 0) {
      throw new RefusalException(
          Diagnostic.error(
              FleetCode.SERVER_UNKNOWN,
              ring.isPresent()
                  ? Message.of(
                      "selection.server-not-in-ring", "ring", ring.get(), "server", server.get())
                  : Message.of("selection.server-unknown", "server", server.get())));
    }
  }

  /** Whether it is among them. */
  public boolean speaksOf(Server one) {
    return ring.filter(wanted -> !wanted.equalsIgnoreCase(one.ring())).isEmpty()
        && server.filter(wanted -> !ServerName.same(wanted, one.name())).isEmpty();
  }
}

package dev.garrison.wsus.status;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.probe.NamedServers;
import dev.garrison.wsus.probe.WsusAccess;
import dev.garrison.wsus.servers.Discovery;
import dev.garrison.wsus.servers.UpdateServerPool;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads where all servers stand, several at a time; one that is dead does not hold up the rest. */
public final class WsusStatus {
  private final WsusAccess access;
  private final InstantSource clock;

  public WsusStatus(WsusAccess access, InstantSource clock) {
    this.access = access;
    this.clock = clock;
  }

  /**
   * In the order of the manifest, then those found below them. What fails on a server is in its
   * standing.
   *
   * @param only the name of one server, with its port or without; empty: all of the manifest, and
   *     those below that are to be discovered
   * @throws RefusalException if the manifest names no server, or not this one
   */
  public List<ServerStanding> read(Optional<String> only) {
    try (UpdateServerPool pool =
        new UpdateServerPool(NamedServers.of(access.manifest(), only), access::open)) {
      Map<WsusServer, RefusalException> undiscovered =
          only.isEmpty() ? new Discovery(pool).find() : Map.of();
      return List.copyOf(
          pool.each(
                  pool.servers(),
                  server ->
                      Optional.ofNullable(undiscovered.get(server))
                          .<ServerStanding>map(
                              why -> new ServerStanding.Unreachable(server, why.diagnostics()))
                          .orElseGet(() -> standing(pool, server)))
              .values());
    }
  }

  private ServerStanding standing(UpdateServerPool pool, WsusServer server) {
    try {
      return new StandingReader(server, pool.of(server), clock).read();
    } catch (RefusalException refusal) {
      return new ServerStanding.Unreachable(server, refusal.diagnostics());
    }
  }
}

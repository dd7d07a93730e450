package dev.garrison.wsus.status;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.servers.Discovery;
import dev.garrison.wsus.servers.NamedServers;
import dev.garrison.wsus.servers.UpdateServerPool;
import dev.garrison.wsus.servers.WsusAccess;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the status of update servers in parallel; an unreachable one does not delay the others. */
public final class ServerStandings {
  private final WsusAccess access;
  private final InstantSource clock;

  public ServerStandings(WsusAccess access, InstantSource clock) {
    this.access = access;
    this.clock = clock;
  }

  /**
   * Reads servers in the order of the manifest, then those found below them. A failure on a server
   * is part of its status.
   *
   * @param only the name of one server, with its port or without: then only this one is read;
   *     empty: all of the manifest, and those below that are to be discovered
   * @throws RefusalException if the manifest names no server, or not this one
   */
  public List<ServerStanding> read(Optional<String> only) {
    try (UpdateServerPool pool =
        new UpdateServerPool(NamedServers.of(access.manifest(), only), access::open)) {
      Map<WsusServer, RefusalException> undiscovered =
          only.isEmpty() ? new Discovery(pool).find().silent() : Map.of();
      return List.copyOf(
          pool.each(
                  pool.serversWith(undiscovered.keySet()),
                  server ->
                      Optional.ofNullable(undiscovered.get(server))
                          .<ServerStanding>map(
                              why -> new ServerStanding.Unreachable(server, why.diagnostics()))
                          .orElseGet(() -> standing(pool, server)))
              .values());
    }
  }

  /** Checks whether the manifest manages the line; without a section about it, all lines count. */
  private boolean isWanted(WsusServer server, ReleaseLine line) {
    return server.owner() == WsusServer.Owner.WSUS
        && access
            .manifest()
            .wsus()
            .sensorUpdate()
            .map(section -> section.releases().contains(line))
            .orElse(true);
  }

  private ServerStanding standing(UpdateServerPool pool, WsusServer server) {
    try {
      return new StandingReader(server, pool.of(server), clock, line -> isWanted(server, line))
          .read();
    } catch (RefusalException refusal) {
      return new ServerStanding.Unreachable(server, refusal.diagnostics());
    }
  }
}

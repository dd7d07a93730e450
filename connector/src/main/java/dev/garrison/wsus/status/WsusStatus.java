package dev.garrison.wsus.status;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.probe.NamedServers;
import dev.garrison.wsus.probe.SeveralServers;
import dev.garrison.wsus.probe.WsusAccess;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.time.InstantSource;
import java.util.List;
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
   * In the order of the manifest. What fails on a server is in its standing.
   *
   * @param only the name of one server, with its port or without; empty: all of the manifest
   * @throws RefusalException if the manifest names no server, or not this one
   */
  public List<ServerStanding> read(Optional<String> only) {
    SeveralServers several = new SeveralServers();
    return several.each(
        NamedServers.of(access.manifest(), only), server -> several.inTurn(() -> standing(server)));
  }

  private ServerStanding standing(WsusServer server) {
    try (UpdateServer opened = access.open(server)) {
      return new StandingReader(server, opened, clock).read();
    } catch (RefusalException refusal) {
      return new ServerStanding.Unreachable(server, refusal.diagnostics());
    }
  }
}

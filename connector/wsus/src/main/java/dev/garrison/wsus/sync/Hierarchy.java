package dev.garrison.wsus.sync;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.DownstreamServer;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.servers.HostNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Upstream servers of the manifest's servers. A server names its upstream server as an
 * administrator typed it. If no server of the manifest has that name, the one that lists its ID as
 * a downstream server is taken; no server is asked for those below it before that. The port only
 * distinguishes servers of the same name: a server is often managed through another port than its
 * downstream servers use.
 */
final class Hierarchy {
  private static final int DEFAULT_PORT = 80;
  private static final int DEFAULT_TLS_PORT = 443;

  private final Map<WsusServer, WsusServer> upstreams = new HashMap<>();
  private final Map<WsusServer, WsusServer> doubtful = new HashMap<>();
  private final Map<WsusServer, Optional<List<DownstreamServer>>> below = new HashMap<>();
  private final Function<SyncCheck, List<DownstreamServer>> asking;

  /**
   * @param asking reads the servers below one; may refuse
   */
  Hierarchy(List<SyncCheck> servers, Function<SyncCheck, List<DownstreamServer>> asking) {
    this.asking = asking;
    for (SyncCheck each : servers) {
      each.configuration()
          .filter(own -> !own.syncsFromMicrosoft())
          .flatMap(own -> named(own, each, servers).or(() -> knowing(own, each, servers)))
          .ifPresent(upstream -> upstreams.put(each.server(), upstream));
    }
  }

  private static Optional<WsusServer> named(
      ServerConfiguration own, SyncCheck below, List<SyncCheck> servers) {
    List<WsusServer> others =
        servers.stream()
            .map(SyncCheck::server)
            .filter(each -> !each.equals(below.server()))
            .toList();
    String name = own.upstream().toLowerCase(Locale.ROOT);
    return one(others, own.upstreamPort(), each -> HostNames.of(each).equals(name))
        .or(() ->
            one(
                others,
                own.upstreamPort(),
                each -> HostNames.isShortFor(name, HostNames.of(each))));
  }

  private static Optional<WsusServer> one(
      List<WsusServer> servers, int port, Predicate<WsusServer> test) {
    List<WsusServer> found = servers.stream().filter(test).toList();
    if (found.size() > 1) {
      found = found.stream().filter(each -> port(each) == port).toList();
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private Optional<WsusServer> knowing(
      ServerConfiguration own, SyncCheck lower, List<SyncCheck> servers) {
    List<WsusServer> found = new ArrayList<>();
    for (SyncCheck each : servers) {
      if (each.server().equals(lower.server()) || each.configuration().isEmpty()) {
        continue;
      }
      UUID above = each.configuration().get().serverId();
      Optional<List<DownstreamServer>> rows = below(each);
      if (rows.isEmpty()) {
        doubtful.putIfAbsent(lower.server(), each.server());
      } else if (rows.get().stream()
          .anyMatch(row -> row.id().equals(own.serverId()) && row.parent().equals(above))) {
        found.add(each.server());
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** Servers below a server; empty where it does not report them. */
  private Optional<List<DownstreamServer>> below(SyncCheck above) {
    return below.computeIfAbsent(
        above.server(),
        _ -> {
          try {
            return Optional.of(asking.apply(above));
          } catch (RefusalException silent) {
            return Optional.empty();
          }
        });
  }

  /** Server that may be the upstream server of this one, but does not report those below it. */
  Optional<WsusServer> doubt(WsusServer server) {
    return upstream(server).isPresent()
        ? Optional.empty()
        : Optional.ofNullable(doubtful.get(server));
  }

  private static int port(WsusServer server) {
    int port = server.url().getPort();
    if (port >= 0) {
      return port;
    }
    return server.url().getScheme().equalsIgnoreCase("https") ? DEFAULT_TLS_PORT : DEFAULT_PORT;
  }

  Optional<WsusServer> upstream(WsusServer server) {
    return Optional.ofNullable(upstreams.get(server));
  }

  /** Checks whether a server synchronizes from itself in the end, or from others that do. */
  boolean isEndless(WsusServer server) {
    Set<WsusServer> seen = new HashSet<>();
    Optional<WsusServer> at = Optional.of(server);
    while (at.isPresent()) {
      if (!seen.add(at.get())) {
        return true;
      }
      at = upstream(at.get());
    }
    return false;
  }
}

package dev.garrison.wsus.servers;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Update servers of one manifest, and those found below them. Each is opened when it is first
 * asked, and closed with the pool. A server that did something other than requested receives no
 * more writes.
 */
public final class UpdateServerPool implements AutoCloseable {
  private final List<WsusServer> servers;
  private volatile List<WsusServer> found = List.of();
  private volatile Map<WsusServer, RefusalException> unread = Map.of();
  private volatile Map<WsusServer, RefusalException> hiding = Map.of();
  private final Function<WsusServer, UpdateServer> opening;
  private final Map<String, UpdateServer> opened = new ConcurrentHashMap<>();
  private final Map<String, Diagnostic> stopped = new ConcurrentHashMap<>();

  /**
   * @param opening prepares the connection to a server; may refuse
   */
  public UpdateServerPool(List<WsusServer> servers, Function<WsusServer, UpdateServer> opening) {
    this.servers = List.copyOf(servers);
    this.opening = opening;
  }

  /** Servers of the manifest, in its order. */
  List<WsusServer> named() {
    return servers;
  }

  /** Servers in the manifest's order, then those that were found below them. */
  public List<WsusServer> servers() {
    return Stream.concat(servers.stream(), found.stream()).toList();
  }

  /** Servers of the pool, and others that were found and are not asked. */
  public List<WsusServer> serversWith(Collection<WsusServer> others) {
    return Stream.concat(servers().stream(), others.stream()).distinct().toList();
  }

  /** Sets the servers that belong to the pool in addition to those of the manifest. */
  void join(List<WsusServer> below) {
    found = List.copyOf(below);
  }

  /** Server with this name, or with this host and port; empty where there is none. */
  public Optional<WsusServer> named(String name) {
    return servers().stream().filter(server -> server.is(name)).findFirst();
  }

  /** Connection to a server. */
  public UpdateServer of(WsusServer server) {
    return opened.computeIfAbsent(server.name(), _ -> opening.apply(server));
  }

  /**
   * Records the servers that a survey could not read. They may be outside the pool, and replace
   * those of the previous survey.
   */
  public void unread(Map<WsusServer, RefusalException> which) {
    unread = Map.copyOf(which);
  }

  /** Reason why the last survey could not read the server of this name; empty where it could. */
  public Optional<RefusalException> unread(String name) {
    return unread.entrySet().stream()
        .filter(each -> each.getKey().is(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Sets the servers that do not report those below them, and replaces the previous ones. */
  void hiding(Map<WsusServer, RefusalException> which) {
    hiding = Map.copyOf(which);
  }

  /**
   * Reason why the servers below this one are unknown; empty if it reported them or was not asked.
   */
  public Optional<Diagnostic> hides(WsusServer server) {
    return Optional.ofNullable(hiding.get(server)).map(why -> why.diagnostics().getFirst());
  }

  /** Stops all further writes to a server, for this reason. */
  public void stop(WsusServer server, Diagnostic why) {
    stopped.putIfAbsent(server.name(), why);
  }

  /** Reason why this server receives no writes now; empty while it may be written to. */
  public Optional<Diagnostic> stopped(WsusServer server) {
    return Optional.ofNullable(stopped.get(server.name())).or(() -> hides(server));
  }

  /**
   * Asks several servers in parallel.
   *
   * @return the answers by server, in the order given
   */
  public <T> Map<WsusServer, T> each(
      Collection<WsusServer> which, Function<WsusServer, T> question) {
    SeveralServers several = new SeveralServers();
    List<WsusServer> servers = List.copyOf(which);
    List<T> answers = several.each(servers, server -> several.inTurn(() -> question.apply(server)));
    Map<WsusServer, T> byServer = new LinkedHashMap<>();
    for (WsusServer server : servers) {
      byServer.put(server, answers.get(byServer.size()));
    }
    return byServer;
  }

  @Override
  public void close() {
    opened.values().forEach(UpdateServer::close);
  }
}

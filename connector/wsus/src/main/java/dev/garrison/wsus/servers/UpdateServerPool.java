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
 * The update servers of one manifest, and those found below them. Each is opened when it is first
 * asked and closed with the pool. A server that did something else than it was told is written to
 * no more.
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
   * @param opening makes ready to speak with a server; may refuse
   */
  public UpdateServerPool(List<WsusServer> servers, Function<WsusServer, UpdateServer> opening) {
    this.servers = List.copyOf(servers);
    this.opening = opening;
  }

  /** Those of the manifest, in its order. */
  List<WsusServer> named() {
    return servers;
  }

  /** In the manifest's order, then those that were found below them. */
  public List<WsusServer> servers() {
    return Stream.concat(servers.stream(), found.stream()).toList();
  }

  /** The same, with those besides that were found and are not asked. */
  public List<WsusServer> serversWith(Collection<WsusServer> others) {
    return Stream.concat(servers().stream(), others.stream()).distinct().toList();
  }

  /** From now on these belong to it besides those of the manifest, and no others. */
  void join(List<WsusServer> below) {
    found = List.copyOf(below);
  }

  /** The server of this name, with its port; empty where there is none. */
  public Optional<WsusServer> named(String name) {
    return servers().stream().filter(server -> server.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The connection to a server. */
  public UpdateServer of(WsusServer server) {
    return opened.computeIfAbsent(server.name(), _ -> opening.apply(server));
  }

  /**
   * What a survey could not read, servers that are not of the pool too; it replaces what the one
   * before could not.
   */
  public void unread(Map<WsusServer, RefusalException> which) {
    unread = Map.copyOf(which);
  }

  /** Why the last survey could not read the server of this name; empty where it could. */
  public Optional<RefusalException> unread(String name) {
    return unread.entrySet().stream()
        .filter(each -> each.getKey().name().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** These do not tell who is below them; it replaces what was so before. */
  void hiding(Map<WsusServer, RefusalException> which) {
    hiding = Map.copyOf(which);
  }

  /** Why nobody knows who is below this server; empty where it told, or was not to be asked. */
  public Optional<Diagnostic> hides(WsusServer server) {
    return Optional.ofNullable(hiding.get(server)).map(why -> why.diagnostics().getFirst());
  }

  /** No write is sent to this server any more, and why. */
  public void stop(WsusServer server, Diagnostic why) {
    stopped.putIfAbsent(server.name(), why);
  }

  /** Why this server is not written to now, or no more; empty while it is. */
  public Optional<Diagnostic> stopped(WsusServer server) {
    return Optional.ofNullable(stopped.get(server.name())).or(() -> hides(server));
  }

  /**
   * Does the same with several servers at a time.
   *
   * @return by server, in the order given
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

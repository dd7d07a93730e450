package dev.garrison.server;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.manifest.service.ListenAddress;
import dev.garrison.manifest.service.ServerSection;
import dev.garrison.server.api.ServerCode;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Addresses on which the service listens: one for all requests, and optionally one for health only.
 */
final class Connectors {
  private final ServerSection section;
  private final Limits limits;
  private final Optional<Tls> tls;
  private final Runnable gaveWay;
  private final AtomicReference<ServerConnector> main = new AtomicReference<>();
  private final AtomicReference<ServerConnector> health = new AtomicReference<>();

  /**
   * @param gaveWay called for each connection that was closed to make room
   */
  Connectors(ServerSettings settings, Optional<Tls> tls, Runnable gaveWay) {
    this.section = settings.section();
    this.limits = settings.limits();
    this.tls = tls;
    this.gaveWay = gaveWay;
  }

  /**
   * Checks that the service can listen on its addresses.
   *
   * @throws RefusalException where it cannot
   */
  static void requireFree(ServerSection section) {
    requireFree(section.listen(), "listener.service");
    section.health().ifPresent(at -> requireFree(at, "listener.health"));
  }

  private static void requireFree(ListenAddress at, String key) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true); // as the server does; connections that ended are no hindrance
      socket.bind(new InetSocketAddress(InetAddress.getByName(at.host()), at.port()));
    } catch (IOException e) {
      throw cannotListen(at.toString(), key, e);
    }
  }

  /** Failure to listen because another process took an address after the check. */
  RefusalException cannotListen(RuntimeException e) {
    return cannotListen(
        section.health().map(at -> section.listen() + " and " + at).orElse("" + section.listen()),
        "listener.either",
        e);
  }

  private static RefusalException cannotListen(String where, String key, Exception e) {
    if (e instanceof RefusalException refusal) {
      return refusal;
    }
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new RefusalException(
        Diagnostic.error(
            ServerCode.CANNOT_LISTEN,
            Message.of(key, "address", where, "reason", String.valueOf(cause.getMessage()))),
        e);
  }

  void register(JavalinConfig config) {
    config.jetty.addConnector(this::main);
    section
        .health()
        .ifPresent(at -> config.jetty.addConnector((server, http) -> health(server, http, at)));
  }

  private ServerConnector main(Server server, HttpConfiguration http) {
    HttpConfiguration bounded = bounded(http);
    ServerConnector made =
        tls.map(each -> each.connector(server, bounded))
            .orElseGet(() -> Tls.withoutTls(server, bounded));
    main.set(made);
    return listening(made, section.listen(), gaveWay);
  }

  /** Creates the connector for health with its own capacity, independent of the main one. */
  private ServerConnector health(Server server, HttpConfiguration http, ListenAddress at) {
    ServerConnector made = Tls.withoutTls(server, bounded(http));
    made.setName(Gate.HEALTH);
    health.set(made);
    return listening(made, at, () -> {});
  }

  private HttpConfiguration bounded(HttpConfiguration http) {
    HttpConfiguration bounded = new HttpConfiguration(http);
    bounded.setSendServerVersion(false);
    bounded.setSendXPoweredBy(false);
    bounded.setRequestHeaderSize(limits.header());
    // A connection remembers what it was sent; without this, a token is read in that one's letters.
    bounded.setHeaderCacheCaseSensitive(true);
    return bounded;
  }

  private ServerConnector listening(ServerConnector made, ListenAddress at, Runnable left) {
    made.setHost(at.host());
    made.setPort(at.port());
    made.setIdleTimeout(limits.idle().toMillis());
    made.addBean(new Connections(limits, made.getScheduler(), left));
    return made;
  }

  /** URL of the service. */
  URI url() {
    return URI.create(
        "%s://%s:%d"
            .formatted(
                tls.isPresent() ? "https" : "http",
                section.listen().urlHost(),
                main.get().getLocalPort()));
  }

  /** URL for health only, if there is one. */
  Optional<URI> health() {
    return section
        .health()
        .map(at -> URI.create("http://%s:%d".formatted(at.urlHost(), health.get().getLocalPort())));
  }
}

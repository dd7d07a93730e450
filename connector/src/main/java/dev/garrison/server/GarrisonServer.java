package dev.garrison.server;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.job.service.JobDesk;
import dev.garrison.job.service.Service;
import dev.garrison.json.Json;
import dev.garrison.manifest.server.ListenAddress;
import dev.garrison.manifest.server.ServerSection;
import dev.garrison.server.api.Route;
import dev.garrison.server.api.Routes;
import dev.garrison.server.api.ServerCode;
import dev.garrison.server.login.Sessions;
import dev.garrison.server.login.SignIn;
import dev.garrison.server.metrics.Metrics;
import dev.garrison.server.page.Dashboard;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The service's HTTP server while it runs. */
public final class GarrisonServer implements AutoCloseable {
  private static final Duration ENDING = Duration.ofSeconds(3);
  private static final int MOST_THREADS = 32;
  private static final int LEAST_THREADS = 4;
  private static final int IDLE_MILLIS = 60_000;

  private final Javalin javalin;
  private final Optional<Tls> tls;
  private final ServerConnector connector;
  private final ListenAddress listen;
  private final Consumer<String> faults;

  private GarrisonServer(
      Javalin javalin,
      Optional<Tls> tls,
      ServerConnector connector,
      ListenAddress listen,
      Consumer<String> faults) {
    this.javalin = javalin;
    this.tls = tls;
    this.connector = connector;
    this.listen = listen;
    this.faults = faults;
  }

  /**
   * Looks whether it could be started, before anything else is.
   *
   * @throws RefusalException where it cannot listen there, or the certificate cannot be used
   */
  public static void require(ServerSection section) {
    section.tls().ifPresent(files -> new CertificateFiles(files).load());
    ListenAddress listen = section.listen();
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true); // as the server does; connections that ended are no hindrance
      socket.bind(new InetSocketAddress(InetAddress.getByName(listen.host()), listen.port()));
    } catch (IOException e) {
      throw cannotListen(listen, e);
    }
  }

  /**
   * Starts it in front of a service.
   *
   * @throws RefusalException where it cannot listen there
   */
  public static GarrisonServer start(ServerSettings settings, JobDesk desk, Service service) {
    Json json = new Json();
    ListenAddress listen = settings.section().listen();
    Optional<Tls> tls = settings.section().tls().map(files -> new Tls(files, settings.faults()));
    Boundary boundary =
        new Boundary(
            new SignIn(desk.tokens(), desk.clock()), listen, settings.limits(), desk.clock());
    Supplier<List<String>> problems = () -> problems(settings.listener(), desk, service, tls);
    List<Route> routes = Routes.of(desk, service, json, settings.version(), problems);
    PageEndpoints pages =
        new PageEndpoints(
            new Dashboard(desk, service, json, routes, settings.version(), problems),
            boundary,
            new Sessions(new SecureRandom(), desk.clock()),
            new SessionCookie(tls.isPresent()),
            new RequestBody(settings.limits()));
    Endpoints endpoints =
        new Endpoints(
            boundary, json, settings, new Metrics(desk, () -> problems.get().size()), pages);
    AtomicReference<ServerConnector> connector = new AtomicReference<>();
    Javalin javalin =
        Javalin.create(config -> {
          plain(config);
          config.router.javaLangErrorHandler((response, error) -> {
            settings.faults().accept("A request ended in a fault: " + error);
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
          });
          config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS, IDLE_MILLIS);
          config.jetty.modifyServer(server -> prepare(server, settings.limits(), json));
          config.jetty.addConnector((server, http) -> {
            ServerConnector made = connector(server, http, settings, tls);
            connector.set(made);
            return made;
          });
          endpoints.register(config, routes);
        });
    try {
      javalin.start();
    } catch (RuntimeException e) {
      javalin.stop();
      throw cannotListen(listen, e);
    }
    tls.ifPresent(Tls::watch);
    return new GarrisonServer(javalin, tls, connector.get(), listen, settings.faults());
  }

  private static void plain(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.router.ignoreTrailingSlashes = false;
  }

  private static void prepare(Server server, Limits limits, Json json) {
    server.setErrorHandler(new PlainErrors(json));
    server.setStopTimeout(ENDING.toMillis());
    server.addBean(new NetworkConnectionLimit(limits.connections(), server));
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, ServerSettings settings, Optional<Tls> tls) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(settings.limits().header());
    // A connection remembers what it was sent; without this, a token is read in that one's letters.
    http.setHeaderCacheCaseSensitive(true);
    ServerConnector made =
        tls.map(each -> each.connector(server, http)).orElseGet(() -> Tls.withoutTls(server, http));
    made.setHost(settings.section().listen().host());
    made.setPort(settings.section().listen().port());
    made.setIdleTimeout(settings.limits().idle().toMillis());
    return made;
  }

  private static List<String> problems(
      ServerListener listener, JobDesk desk, Service service, Optional<Tls> tls) {
    List<String> problems = new ArrayList<>(listener.problems());
    problems.addAll(service.problems());
    tls.map(Tls::problems).ifPresent(problems::addAll);
    desk.manifestAmiss().ifPresent(problems::add);
    return problems;
  }

  private static RefusalException cannotListen(ListenAddress listen, Exception e) {
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
            "The service cannot listen on %s: %s."
                .formatted(listen, String.valueOf(cause.getMessage())),
            "Name another address with 'server.listen' or --listen, or none with '--listen none'."),
        e);
  }

  /** Takes over a certificate that has changed, as it does from time to time. */
  void lookAtCertificate() {
    tls.ifPresent(Tls::look);
  }

  /** Where it is asked. */
  public URI url() {
    return URI.create(
        "%s://%s:%d"
            .formatted(
                tls.isPresent() ? "https" : "http", listen.urlHost(), connector.getLocalPort()));
  }

  /** Lets in nobody more. What is not answered within seconds is cut. */
  @Override
  public void close() {
    tls.ifPresent(Tls::close);
    try {
      javalin.stop();
    } catch (RuntimeException cut) {
      faults.accept("A request was cut at the end: " + cut);
    }
  }
}

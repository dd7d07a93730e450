package dev.garrison.server;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.history.change.HistoryPart;
import dev.garrison.json.Json;
import dev.garrison.login.Sessions;
import dev.garrison.login.SignIn;
import dev.garrison.login.SteadyClock;
import dev.garrison.manifest.service.ListenAddress;
import dev.garrison.manifest.service.ServerSection;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.schedule.Service;
import dev.garrison.server.api.Route;
import dev.garrison.server.api.Routes;
import dev.garrison.server.metrics.Metrics;
import dev.garrison.server.page.Dashboard;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The running HTTP server of the service. */
public final class GarrisonServer implements AutoCloseable {
  private static final Duration ENDING = Duration.ofSeconds(3);
  private static final int MOST_THREADS = 32;
  private static final int LEAST_THREADS = 4;
  private static final int IDLE_MILLIS = 60_000;

  private final Javalin javalin;
  private final Optional<Tls> tls;
  private final Connectors connectors;
  private final Consumer<String> faults;
  private final LiveStreams streams;

  private GarrisonServer(
      Javalin javalin,
      Optional<Tls> tls,
      Connectors connectors,
      Consumer<String> faults,
      LiveStreams streams) {
    this.javalin = javalin;
    this.tls = tls;
    this.connectors = connectors;
    this.faults = faults;
    this.streams = streams;
  }

  /**
   * Checks that the server can be started, before anything else starts.
   *
   * @throws RefusalException where it cannot listen on its addresses, or the certificate cannot be
   *     used
   */
  public static void require(ServerSection section) {
    section.tls().ifPresent(files -> new CertificateFiles(files).load());
    Connectors.requireFree(section);
  }

  /**
   * Starts the server for a service.
   *
   * @throws RefusalException where it cannot listen on its addresses
   */
  public static GarrisonServer start(
      ServerSettings settings, JobSchedule schedule, Service service) {
    Json json = new Json();
    ListenAddress listen = settings.section().listen();
    Optional<Tls> tls = settings.section().tls().map(files -> new Tls(files, settings.faults()));
    InstantSource steady = new SteadyClock(schedule.clock());
    RequestLimits boundary =
        new RequestLimits(
            new SignIn(schedule.history().tokens(), schedule.clock()),
            listen,
            settings.limits(),
            steady);
    Supplier<List<String>> problems = () -> problems(settings.listener(), schedule, service, tls);
    List<Route> routes = Routes.of(schedule, service, json, settings.version(), problems);
    Dashboard dashboard =
        new Dashboard(
            schedule, service, json, routes, settings.version(), settings.isDemo(), problems);
    LiveStreams streams =
        new LiveStreams(
            schedule.open().database().changes(),
            Map.of(HistoryPart.HEALTH, problems, HistoryPart.TIME, dashboard::lapses),
            settings.limits());
    PageEndpoints pages =
        new PageEndpoints(
            dashboard,
            boundary,
            new Sessions(new SecureRandom(), steady),
            new SessionCookie(tls.isPresent()),
            new RequestBody(settings.limits()),
            streams,
            settings.documents());
    Metrics metrics = new Metrics(schedule, () -> problems.get().size());
    Endpoints endpoints = new Endpoints(boundary, json, settings, metrics, pages);
    Connectors connectors = new Connectors(settings, tls, metrics::gaveWay);
    Javalin javalin =
        Javalin.create(config -> {
          plain(config);
          config.router.javaLangErrorHandler((response, error) -> {
            settings.faults().accept("A request ended in a fault: " + error);
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
          });
          config.jetty.threadPool = threads();
          config.jetty.modifyServer(server -> prepare(server, settings.limits(), json));
          connectors.register(config);
          endpoints.register(config, routes);
        });
    try {
      javalin.start();
    } catch (RuntimeException e) {
      streams.close();
      javalin.stop();
      throw connectors.cannotListen(e);
    }
    tls.ifPresent(Tls::watch);
    return new GarrisonServer(javalin, tls, connectors, settings.faults(), streams);
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
    server.insertHandler(new Gate(limits.wholeHeader()));
  }

  /**
   * Thread pool of the server; slow requests block only virtual threads, whose number is not
   * limited.
   */
  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS, IDLE_MILLIS);
    threads.setVirtualThreadsExecutor(
        VirtualThreads.getNamedVirtualThreadsExecutor("garrison-http-"));
    return threads;
  }

  private static List<String> problems(
      ServerListener listener, JobSchedule schedule, Service service, Optional<Tls> tls) {
    List<String> problems = new ArrayList<>(listener.problems());
    problems.addAll(service.problems());
    tls.map(Tls::problems).ifPresent(problems::addAll);
    schedule.manifestAmiss().ifPresent(problems::add);
    return problems;
  }

  /** Loads a changed certificate, as the periodic check does. */
  void lookAtCertificate() {
    tls.ifPresent(Tls::look);
  }

  /** URL of the service. */
  public URI url() {
    return connectors.url();
  }

  /** URL for health only, without a certificate, if there is one. */
  public Optional<URI> health() {
    return connectors.health();
  }

  /** Stops the server. Requests that are not answered within seconds are canceled. */
  @Override
  public void close() {
    tls.ifPresent(Tls::close);
    streams.close();
    try {
      javalin.stop();
    } catch (RuntimeException cut) {
      faults.accept("A request was cut at the end: " + cut);
    }
  }
}

package dev.garrison.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.job.JobRun;
import dev.garrison.json.Json;
import dev.garrison.log.ServiceEvents;
import dev.garrison.log.ServiceLog;
import dev.garrison.login.AccessToken;
import dev.garrison.login.Role;
import dev.garrison.login.TokenText;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.service.ListenAddress;
import dev.garrison.manifest.service.ServerSection;
import dev.garrison.manifest.service.ServerSection.TlsFiles;
import dev.garrison.schedule.JobListener;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.schedule.Service;
import dev.garrison.server.api.Route;
import dev.garrison.server.api.Routes;
import dev.garrison.trial.TrialJobs;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A stand-in site with its service and the HTTP server before it, on the site's clock. */
public final class ServedSite implements AutoCloseable {
  private static final int MOST_SECONDS = 60;
  private static final String NEVER = "cron: \"30 2 29 2 *\"";

  private static final String LOOPBACK = "127.0.0.1";

  private final TrialSite site;
  private final JobSchedule schedule;
  private final ServiceLog log;
  private final ServiceEvents events;
  private final Service service;
  private final GarrisonServer server;
  private final Map<Role, String> tokens = new EnumMap<>(Role.class);
  private final BlockingQueue<JobRun> ended = new LinkedBlockingQueue<>();
  private final List<String> faults = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  private ServedSite(TrialSite site, Limits limits, Optional<TlsFiles> tls)
      throws InterruptedException {
    this(site, limits, tls, LOOPBACK);
  }

  private ServedSite(TrialSite site, Limits limits, Optional<TlsFiles> tls, String host)
      throws InterruptedException {
    this.site = site;
    TrialJobs jobs = new TrialJobs(site);
    jobs.schedule(
        "job: rollout, %s, autoApply: [prepare]}\n    - {job: status, %s}\n    - {job: expiry, %s"
            .formatted(NEVER, NEVER, NEVER));
    jobs.run(JobKind.ROLLOUT);
    jobs.run(JobKind.STATUS);
    schedule = jobs.open();
    log =
        ServiceLog.open(
            site.folder().resolve("log"), ZoneOffset.UTC, fault -> faults.add("" + fault));
    events = new ServiceEvents(log);
    service = schedule.start(new Heard(), events);
    ServerSection section =
        new ServerSection(
            new ListenAddress(host, 0),
            tls,
            Optional.empty(),
            Optional.of(new ListenAddress(LOOPBACK, 0)),
            limits.connectionsPerAddress());
    server =
        GarrisonServer.start(
            new ServerSettings(section, limits, "test", documents(), faults::add, events),
            schedule,
            service);
    for (Role role : Role.values()) {
      tokens.put(role, token("the-" + role.word(), role, Duration.ofDays(90)));
    }
  }

  ServedSite(Path folder, Limits limits) throws InterruptedException {
    this(small(folder), limits, Optional.empty());
  }

  ServedSite(Path folder, Limits limits, TlsFiles tls) throws InterruptedException {
    this(small(folder), limits, Optional.of(tls));
  }

  private Optional<DocumentSite> documents() {
    Path folder = site.folder().resolve("site");
    try {
      Files.createDirectories(folder.resolve("how-to"));
      Files.writeString(folder.resolve("index.html"), "<h1>Garrison documentation</h1>");
      Files.writeString(folder.resolve("how-to/rings.html"), "<h1>Rings</h1>");
      Files.writeString(folder.resolve("site.js"), "window.site = 1;");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return DocumentSite.in(folder);
  }

  /** Speaks HTTPS with this certificate. */
  public ServedSite(Path folder, TlsFiles tls) throws InterruptedException {
    this(small(folder), Limits.DEFAULT, Optional.of(tls));
  }

  /** Closes the site in its end. */
  public ServedSite(TrialSite site) throws InterruptedException {
    this(site, Limits.DEFAULT, Optional.empty());
  }

  /** Is reached from everywhere. */
  static ServedSite everywhere(Path folder, TlsFiles tls) throws InterruptedException {
    return new ServedSite(small(folder), Limits.DEFAULT, Optional.of(tls), "0.0.0.0");
  }

  private static TrialSite small(Path folder) {
    return new TrialSite("2107-rollup", folder);
  }

  public ServedSite(Path folder) throws InterruptedException {
    this(folder, Limits.DEFAULT);
  }

  private final class Heard implements JobListener {
    @Override
    public void begun(JobRun run) {
      events.begun(run);
    }

    @Override
    public void ended(JobRun run) {
      events.ended(run);
      ended.add(run);
    }
  }

  /** Its log files, until now. */
  String log(String ending) {
    try {
      return Files.readString(log.folder().resolve("garrison." + ending));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public TrialSite site() {
    return site;
  }

  public JobSchedule schedule() {
    return schedule;
  }

  public List<String> faults() {
    return faults;
  }

  List<Route> routes() {
    return Routes.of(schedule, service, new Json(), "test", List::of);
  }

  public String token(Role role) {
    return Objects.requireNonNull(tokens.get(role));
  }

  String token(String name, Role role, Duration holds) {
    TokenText text = TokenText.fresh(new SecureRandom());
    Instant now = schedule.clock().instant();
    boolean added =
        schedule
            .history()
            .tokens()
            .add(
                new AccessToken(
                    name,
                    role,
                    text.digest(),
                    now,
                    "a test",
                    now.plus(holds),
                    Optional.empty(),
                    Optional.empty()));
    if (!added) {
      throw new IllegalStateException("a second token " + name);
    }
    return text.text();
  }

  /** Jobs do not run any more, and the server still answers. */
  void endJobs() {
    service.close();
  }

  /** The next run that ends. */
  public JobRun ended() throws InterruptedException {
    return Objects.requireNonNull(ended.poll(MOST_SECONDS, TimeUnit.SECONDS), "no run ended");
  }

  /** Where health is told besides. */
  URI health() {
    return server.health().orElseThrow();
  }

  /** How many connections were ended to make room. */
  double gaveWay() {
    return ask(Route.Method.GET, "/metrics", Optional.of(token(Role.VIEWER)), "")
        .body()
        .lines()
        .filter(line -> line.startsWith("garrison_http_connections_ended_total "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
        .sum();
  }

  void lookAtCertificate() {
    server.lookAtCertificate();
  }

  public URI url() {
    return server.url();
  }

  public int port() {
    return server.url().getPort();
  }

  HttpResponse<String> ask(Route.Method method, String path, Optional<String> token, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
    token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
    switch (method) {
      case GET -> request.GET();
      case POST ->
          request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }
    return send(request.build());
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path) {
    return ask(Route.Method.GET, Routes.ROOT + path, Optional.of(token(Role.VIEWER)), "");
  }

  JsonNode read(String path) {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return new Json().parse(answer.body());
  }

  HttpResponse<String> post(Role role, String path, String body) {
    return ask(Route.Method.POST, Routes.ROOT + path, Optional.of(token(role)), body);
  }

  /** Sends bytes as they are and reads until the other side has enough. */
  String raw(String text) throws IOException {
    return raw(port(), text);
  }

  /** The same at another port. */
  String raw(int port, String text) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(MOST_SECONDS * 1000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      try (InputStream stream = socket.getInputStream()) {
        return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
      }
    }
  }

  /** What a request needs besides its first line. */
  String fields(Role role) {
    return "Host: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nConnection: close\r\n"
        .formatted(port(), token(role));
  }

  @Override
  public void close() {
    client.close();
    server.close();
    service.close();
    schedule.close();
    log.close();
    site.close();
  }
}

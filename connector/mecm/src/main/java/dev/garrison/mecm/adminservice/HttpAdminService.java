package dev.garrison.mecm.adminservice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.HttpAnswer;
import dev.garrison.connection.HttpTransport;
import dev.garrison.connection.ServerClock;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.resilience.BackOff;
import dev.garrison.connection.resilience.GuardedServer;
import dev.garrison.connection.resilience.RetryingCall;
import dev.garrison.connection.resilience.ServerCounts;
import dev.garrison.connection.resilience.ServerLimits;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Spelling;
import dev.garrison.xml.HardenedXml;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The administration service over HTTP. At most four requests run at once on each provider; there
 * is no documented limit, and the SMS Provider serves the consoles too. Reads are tried three times
 * if the failure may pass. Safe for use by several threads; writes to one object are sent one after
 * the other. If another account writes, it has connections of its own.
 */
public final class HttpAdminService implements AdminService, ModelledService, AutoCloseable {
  private static final int MOST_AT_ONCE = 4;

  /** Failures in a row after which a server is set aside for half a minute. */
  private static final int FAILURES = 5;

  private static final Duration REST = Duration.ofSeconds(30);

  /** Waits of about one and about four seconds. */
  private static final BackOff BACK_OFF =
      new BackOff(3, Duration.ofSeconds(1), 4, Duration.ofMinutes(2));

  private static final String ROUTE = "wmi/";
  private static final String MODELLED = "v1.0/";
  private static final String METADATA = "$metadata";
  private static final String JSON_TEXT = "application/json";

  private final Json json;
  private final Timeouts timeouts;
  private final Exchange.Line reading;
  private final Exchange.Line writing;
  private final Providers providers;
  private final Exchange exchange;
  private final JsonAnswer answers;
  private final MetadataXml metadata;
  private @Nullable Capabilities capabilities;
  private @Nullable Capabilities modelled;

  public HttpAdminService(AdminServiceSettings settings, Json json, HardenedXml xml, Tempo tempo) {
    this.json = json;
    this.timeouts = settings.connection().timeouts();
    this.reading =
        new Exchange.Line("site", () -> new HttpTransport(settings.connection(), MOST_AT_ONCE));
    this.writing = settings.writing().map(policy -> writing(settings, policy)).orElse(reading);
    this.providers = providers(settings, tempo);
    this.exchange =
        new Exchange(
            reading,
            writing,
            providers,
            new ErrorAnswer(json, tempo.clock()),
            new RetryingCall("AdminService", BACK_OFF, tempo));
    this.answers = new JsonAnswer(json);
    this.metadata = new MetadataXml(xml);
  }

  private static Exchange.Line writing(
      AdminServiceSettings settings, Supplier<ConnectionPolicy> policy) {
    return new Exchange.Line(
        "site.write",
        () ->
            new HttpTransport(
                AdminServiceSettings.checked(settings.providers(), policy), MOST_AT_ONCE));
  }

  private static Providers providers(AdminServiceSettings settings, Tempo tempo) {
    ServerLimits limits =
        new ServerLimits(MOST_AT_ONCE, settings.connection().timeouts().list(), FAILURES, REST);
    return new Providers(
        settings.providers().stream()
            .map(address ->
                new Providers.Provider(
                    address,
                    new GuardedServer(address.getAuthority(), limits, tempo, Exchange::health),
                    new ServerClock(address.getAuthority(), tempo.clock())))
            .toList());
  }

  @Override
  public void query(ODataQuery query, Consumer<ObjectNode> row) {
    Set<String> seen = new HashSet<>();
    RowStream rows = new RowStream(json, query, row);
    Optional<String> page = Optional.of(ROUTE + query.address(spelling()));
    while (page.isPresent()) {
      String path = page.get();
      seen.add(path);
      rows.turn();
      page =
          exchange.read(
              question("GET", path, JSON_TEXT, timeouts.list()),
              answer -> next(rows.read(answer), answer.status(), seen),
              () -> !rows.hasBegun());
    }
  }

  /**
   * Address of the next page. Only path and query of the link are followed, on the provider that is
   * being asked: an answer cannot send Garrison, and its password, to another server.
   */
  private static Optional<String> next(Optional<String> link, int status, Set<String> seen) {
    if (link.isEmpty()) {
      return Optional.empty();
    }
    String path = link.get().replaceFirst("(?i)^(https?://[^/]*)?/adminservice/wmi/", "");
    String next = ROUTE + path.replaceFirst("^wmi/", "");
    if (path.startsWith("/") || path.contains("://") || !isAddress(next)) {
      throw AnswerFailure.lasting(
          FailureKind.BROKEN_ANSWER, status, Text.of("answer.next-page-elsewhere"));
    }
    if (seen.contains(next)) {
      throw AnswerFailure.lasting(
          FailureKind.BROKEN_ANSWER, status, Text.of("answer.next-page-repeated"));
    }
    return Optional.of(next);
  }

  private static boolean isAddress(String path) {
    try {
      return !URI.create(path).normalize().toString().startsWith("..") && !path.contains("/../");
    } catch (IllegalArgumentException notEncoded) {
      return false;
    }
  }

  @Override
  public Optional<ObjectNode> get(String className, ObjectKey key) {
    return ifFound(() -> read(key.address(className, spelling()), answers::keyed))
        .flatMap(found -> found);
  }

  @Override
  public ObjectNode create(String className, ObjectNode body) {
    // The object has no key yet; one of the same class is made after the other.
    return write(className, "POST", className, spelled(className, body), answers::object);
  }

  @Override
  public void put(String className, ObjectKey key, ObjectNode body) {
    String object = key.address(className, spelling());
    write(object, "PUT", object, spelled(className, body), answers::object);
  }

  @Override
  public ObjectNode post(String className, ObjectKey key, ObjectNode body) {
    String object = key.address(className, spelling());
    return write(object, "POST", object, spelled(className, body), answers::object);
  }

  @Override
  public void delete(String className, ObjectKey key) {
    String object = key.address(className, spelling());
    exchange.write(
        object, question("DELETE", ROUTE + object, JSON_TEXT, timeouts.answer()), answers::object);
  }

  @Override
  public ObjectNode invoke(String className, ObjectKey key, String method, ObjectNode arguments) {
    return write(
        key.address(className, spelling()),
        "POST",
        key.address(className, method, spelling()),
        new SpelledBody(spelling()).arguments(arguments),
        answers::outParameters);
  }

  @Override
  public ObjectNode invokeStatic(String className, String method, ObjectNode arguments) {
    return write(
        className,
        "POST",
        ObjectKey.staticAddress(className, method),
        new SpelledBody(spelling()).arguments(arguments),
        answers::outParameters);
  }

  @Override
  public ObjectNode readStatic(String className, String method) {
    return read(ObjectKey.staticAddress(className, method), answers::outParameters);
  }

  @Override
  public ObjectNode readStaticAsWriter(String className, String method) {
    return exchange.readAsWriter(
        question(
            "GET",
            ROUTE + ObjectKey.staticAddress(className, method),
            JSON_TEXT,
            timeouts.answer()),
        answers::outParameters);
  }

  @Override
  public ObjectNode ask(String entity, ObjectKey key, String action, ObjectNode arguments) {
    return exchange.ask(asked(entity, key, action, arguments), answers::object);
  }

  @Override
  public ObjectNode act(String entity, ObjectKey key, String action, ObjectNode arguments) {
    return exchange.write(
        key.address(entity, Spelling.OURS), asked(entity, key, action, arguments), answers::object);
  }

  private Exchange.Question asked(
      String entity, ObjectKey key, String action, ObjectNode arguments) {
    return new Exchange.Question(
        "POST",
        MODELLED + key.address(entity, action, Spelling.OURS),
        JSON_TEXT,
        Optional.of(json.canonical(arguments)),
        timeouts.answer());
  }

  @Override
  public Optional<ObjectNode> result(
      String entity, ObjectKey key, String function, long operation) {
    String path = MODELLED + key.address(entity, function, "OperationId", operation);
    return ifFound(() ->
        exchange.read(
            question("GET", path, JSON_TEXT, timeouts.list()), answers::object, () -> true));
  }

  private static <R> Optional<R> ifFound(Supplier<R> read) {
    try {
      return Optional.of(read.get());
    } catch (AdminServiceException e) {
      if (e.kind() == FailureKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public ServerClock clock() {
    return providers.forClock().clock();
  }

  @Override
  public synchronized Capabilities capabilities() {
    if (capabilities == null) {
      capabilities = metadata(ROUTE).with(this::modelled);
    }
    return capabilities;
  }

  /** Spelling of the site's metadata, once that was read; before that, Garrison's spelling. */
  private synchronized Spelling spelling() {
    return capabilities == null ? Spelling.OURS : capabilities::spelled;
  }

  private ObjectNode spelled(String className, ObjectNode body) {
    return new SpelledBody(spelling()).of(className, body);
  }

  /** Members of the route v1.0; a site without that route offers none. */
  private synchronized Capabilities modelled() {
    if (modelled == null) {
      modelled =
          ifFound(() -> metadata(MODELLED)).orElseGet(() -> new Capabilities(Map.of(), Set.of()));
    }
    return modelled;
  }

  private Capabilities metadata(String route) {
    return exchange.read(
        question("GET", route + METADATA, "application/xml", timeouts.answer()),
        metadata::read,
        () -> true);
  }

  private <R> R read(String address, HttpAnswer.Reader<R> codec) {
    return exchange.read(
        question("GET", ROUTE + address, JSON_TEXT, timeouts.answer()), codec, () -> true);
  }

  private <R> R write(
      String object, String method, String address, ObjectNode body, HttpAnswer.Reader<R> codec) {
    return exchange.write(
        object,
        new Exchange.Question(
            method,
            ROUTE + address,
            JSON_TEXT,
            Optional.of(json.canonical(body)),
            timeouts.answer()),
        codec);
  }

  private static Exchange.Question question(
      String method, String path, String accept, Duration deadline) {
    return new Exchange.Question(method, path, accept, Optional.empty(), deadline);
  }

  /** Counts of the requests to each provider so far, in the order of the manifest. */
  public List<ServerCounts> counts() {
    return providers.all().stream().map(provider -> provider.server().counts()).toList();
  }

  /** Ends all connections; requests that still run fail. */
  @Override
  public void close() {
    reading.close();
    writing.close();
  }
}

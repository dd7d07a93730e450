package dev.garrison.mecm.adminservice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.connection.HttpAnswer;
import dev.garrison.connection.HttpTransport;
import dev.garrison.connection.Pause;
import dev.garrison.connection.Timeouts;
import dev.garrison.json.Json;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.xml.HardenedXml;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The administration service over HTTP. At most four requests run at once; there is no documented
 * limit, and the SMS Provider serves the consoles too. Safe for use by several threads.
 */
public final class HttpAdminService implements AdminService, AutoCloseable {
  private static final int MOST_AT_ONCE = 4;
  private static final String ROUTE = "wmi/";
  private static final String JSON_TEXT = "application/json";

  private final Json json;
  private final Timeouts timeouts;
  private final HttpTransport transport;
  private final Exchange exchange;
  private final JsonAnswer answers;
  private final MetadataXml metadata;
  private @Nullable Capabilities capabilities;

  public HttpAdminService(AdminServiceSettings settings, Json json, HardenedXml xml, Pause pause) {
    this.json = json;
    this.timeouts = settings.connection().timeouts();
    this.transport = new HttpTransport(settings.connection(), MOST_AT_ONCE);
    this.exchange =
        new Exchange(transport, new Providers(settings.providers()), new ErrorAnswer(json), pause);
    this.answers = new JsonAnswer(json);
    this.metadata = new MetadataXml(xml);
  }

  @Override
  public void query(ODataQuery query, Consumer<ObjectNode> row) {
    Set<String> seen = new HashSet<>();
    Optional<String> page = Optional.of(ROUTE + query.address());
    while (page.isPresent()) {
      String path = page.get();
      seen.add(path);
      RowStream rows = new RowStream(json, row);
      page =
          exchange.read(
              question("GET", path, JSON_TEXT, timeouts.list()),
              answer -> next(rows.read(answer), answer.status(), seen),
              () -> !rows.hasBegun());
    }
  }

  /**
   * Where the next page is. Only path and query of the link are followed, on the provider that is
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
          FailureKind.BROKEN_ANSWER, status, "the next page is not on this service");
    }
    if (seen.contains(next)) {
      throw AnswerFailure.lasting(
          FailureKind.BROKEN_ANSWER, status, "the next page is one that was read already");
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
    try {
      return read(key.address(className), answers::keyed);
    } catch (AdminServiceException e) {
      if (e.kind() == FailureKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public ObjectNode create(String className, ObjectNode body) {
    return write("POST", ODataQuery.of(className).address(), body, answers::object);
  }

  @Override
  public void put(String className, ObjectKey key, ObjectNode body) {
    write("PUT", key.address(className), body, answers::object);
  }

  @Override
  public ObjectNode post(String className, ObjectKey key, ObjectNode body) {
    return write("POST", key.address(className), body, answers::object);
  }

  @Override
  public void delete(String className, ObjectKey key) {
    exchange.write(
        question("DELETE", ROUTE + key.address(className), JSON_TEXT, timeouts.answer()),
        answers::object);
  }

  @Override
  public ObjectNode invoke(String className, ObjectKey key, String method, ObjectNode arguments) {
    return write("POST", key.address(className, method), arguments, answers::outParameters);
  }

  @Override
  public ObjectNode invokeStatic(String className, String method, ObjectNode arguments) {
    return write(
        "POST", ObjectKey.staticAddress(className, method), arguments, answers::outParameters);
  }

  @Override
  public ObjectNode readStatic(String className, String method) {
    return read(ObjectKey.staticAddress(className, method), answers::outParameters);
  }

  @Override
  public synchronized Capabilities capabilities() {
    if (capabilities == null) {
      capabilities =
          exchange.read(
              question("GET", ROUTE + "$metadata", "application/xml", timeouts.answer()),
              metadata::read,
              () -> true);
    }
    return capabilities;
  }

  private <R> R read(String address, HttpAnswer.Reader<R> codec) {
    return exchange.read(
        question("GET", ROUTE + address, JSON_TEXT, timeouts.answer()), codec, () -> true);
  }

  private <R> R write(String method, String address, ObjectNode body, HttpAnswer.Reader<R> codec) {
    return exchange.write(
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

  /** Ends all connections; requests that still run fail. */
  @Override
  public void close() {
    transport.close();
  }
}

package dev.garrison.mecm.adminservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.connection.ServerClock;
import dev.garrison.mecm.odata.KeyMissingException;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A site in memory: classes and their rows, methods that a test gives, and a record of all that was
 * asked. It answers the very queries that production sends. What a test did not prepare, a class, a
 * key, a method, an option of a query, fails loudly instead of being empty.
 */
public final class FakeAdminService implements AdminService, ModelledService {
  private static final String ROUTE = OfferedMembers.ROUTE;
  private static final Set<String> READS = Set.of("query", "get", "readStatic", "ask", "result");

  /**
   * A request, as {@code create SMS_Collection {"Name":"MDE"}}.
   *
   * @param verb the port's method
   * @param target class, key and method, as they stand in an address
   * @param body empty where there is none
   */
  public record Call(String verb, String target, String body) {
    @Override
    public String toString() {
      return (verb + " " + target + " " + body).strip();
    }

    boolean writes() {
      return !READS.contains(verb);
    }
  }

  /**
   * A method of an object or a class: the object (empty for a class), the arguments, the answer.
   */
  public interface Method extends BiFunction<ObjectNode, ObjectNode, ObjectNode> {}

  /**
   * @param times how often it still fails
   * @param done whether the request takes effect all the same, as with a lost answer
   */
  private record Fault(FailureKind kind, int status, String message, int times, boolean done) {}

  private final Map<String, FakeTable> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Method> methods = new HashMap<>();
  private final Map<String, Fault> faults = new LinkedHashMap<>();
  private final OfferedMembers offered = new OfferedMembers();
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Runnable> before = new HashMap<>();
  private ServerClock clock =
      new ServerClock("sccm01.corp.example", () -> Instant.parse("2026-11-24T21:00:00Z"));

  /** An object of these names and values: text, number, truth, JSON, or a list of these. */
  public static ObjectNode object(Object... namesAndValues) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.set((String) namesAndValues[i], json(namesAndValues[i + 1]));
    }
    return object;
  }

  private static JsonNode json(Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case JsonNode node -> node;
      case String text -> nodes.textNode(text);
      case Integer number -> nodes.numberNode(number);
      case Long number -> nodes.numberNode(number);
      case Boolean truth -> nodes.booleanNode(truth);
      case Collection<?> list ->
          nodes.arrayNode().addAll(list.stream().map(FakeAdminService::json).toList());
      case Object other -> throw new IllegalArgumentException("no JSON: " + other);
    };
  }

  /** A class that the site has, with its key properties. It is offered. */
  public FakeAdminService table(String className, String... keys) {
    tables.put(className, new FakeTable(List.of(keys)));
    return offer(className);
  }

  /** Properties that only a read by key shows. */
  public FakeAdminService lazy(String className, String... properties) {
    tableOf(className).lazy(List.of(properties));
    return this;
  }

  /** Another object; a change of what is returned changes the site's. */
  public ObjectNode add(String className, Object... namesAndValues) {
    ObjectNode row = object(namesAndValues);
    tableOf(className).add(row);
    return row;
  }

  /** Objects are forgotten that were there. */
  public void clear(String className) {
    tableOf(className).clear();
  }

  /** Members as {@link Capabilities} names them, which the site's metadata lists. */
  public FakeAdminService offer(String... members) {
    List.of(members).forEach(offered::add);
    return this;
  }

  /** All that a part of Garrison takes for granted, and what it can do without. */
  public FakeAdminService offer(Assumption assumption) {
    List.of(assumption.read(), assumption.called(), assumption.optional().sequencedKeySet())
        .forEach(members -> members.forEach(offered::add));
    return this;
  }

  /** The site's metadata does not list it any more. */
  public FakeAdminService withhold(String... members) {
    List.of(members).forEach(offered::remove);
    return this;
  }

  /** How {@code Class.Method} (or {@code v1.0/Action}) answers. It is offered. */
  public FakeAdminService method(String name, Method method) {
    methods.put(name, method);
    return offer(name);
  }

  /** Something happens on the site just before a request of this verb and target is answered. */
  public void before(String verb, String target, Runnable event) {
    before.put(verb + " " + target, event);
  }

  /** Every such request fails from now on; without an effect. */
  public void fail(String verb, String target, FailureKind kind, int status, String message) {
    faults.put(verb + " " + target, new Fault(kind, status, message, Integer.MAX_VALUE, false));
  }

  /** The next such request fails; without an effect. */
  public void failOnce(String verb, String target, FailureKind kind, int status, String message) {
    faults.put(verb + " " + target, new Fault(kind, status, message, 1, false));
  }

  /** The next such request takes effect, and nobody hears of it. */
  public void loseAnswer(String verb, String target) {
    faults.put(
        verb + " " + target,
        new Fault(FailureKind.LOST_ANSWER, 0, "the connection was reset", 1, true));
  }

  /** Nothing fails any more. */
  public void heal() {
    faults.clear();
  }

  public void clock(ServerClock other) {
    clock = other;
  }

  /** All requests, in their order. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** All requests that write, as lines, in their order. */
  public List<String> writes() {
    return calls.stream().filter(Call::writes).map(Call::toString).toList();
  }

  /** What was asked so far is forgotten. */
  public void forgetCalls() {
    calls.clear();
  }

  private FakeTable tableOf(String className) {
    return Optional.ofNullable(tables.get(className))
        .orElseThrow(
            () -> new IllegalStateException("the fake site has no class " + className + " yet"));
  }

  @Override
  public void query(ODataQuery query, Consumer<ObjectNode> row) {
    Call call = new Call("query", query.toString(), "");
    String className = query.className();
    int count = 0;
    for (ObjectNode each : answered(call, className, () -> tableOf(className).answer(query))) {
      if (count++ == query.mostRows()) {
        throw failure(
            call,
            FailureKind.BROKEN_ANSWER,
            200,
            String.format(Locale.ROOT, "the list has more than %,d rows", query.mostRows()));
      }
      query.requireKeys(new Row(each));
      try {
        row.accept(each);
      } catch (KeyMissingException e) {
        throw e.in(query);
      }
    }
  }

  @Override
  public Optional<ObjectNode> get(String className, ObjectKey key) {
    Call call = new Call("get", address(className, key), "");
    return answered(call, className, () -> tableOf(className).find(key).map(ObjectNode::deepCopy));
  }

  @Override
  public ObjectNode create(String className, ObjectNode body) {
    Call call = new Call("create", className, body.toString());
    return answered(call, className, () -> tableOf(className).made(body).deepCopy());
  }

  @Override
  public void put(String className, ObjectKey key, ObjectNode body) {
    Call call = new Call("put", address(className, key), body.toString());
    answered(call, className, () -> there(call, className, key).setAll(body.deepCopy()));
  }

  @Override
  public ObjectNode post(String className, ObjectKey key, ObjectNode body) {
    Call call = new Call("post", address(className, key), body.toString());
    return answered(
        call,
        className,
        () -> {
          ObjectNode row = there(call, className, key);
          row.setAll(body.deepCopy());
          return row.deepCopy();
        });
  }

  @Override
  public void delete(String className, ObjectKey key) {
    Call call = new Call("delete", address(className, key), "");
    answered(
        call,
        className,
        () -> {
          tableOf(className).remove(there(call, className, key));
          return key;
        });
  }

  @Override
  public ObjectNode invoke(String className, ObjectKey key, String method, ObjectNode arguments) {
    String name = className + "." + method;
    Call call = new Call("invoke", address(className, key) + "." + method, arguments.toString());
    return answered(
        call, name, () -> method(name).apply(there(call, className, key), arguments.deepCopy()));
  }

  @Override
  public ObjectNode invokeStatic(String className, String method, ObjectNode arguments) {
    String name = className + "." + method;
    Call call = new Call("invokeStatic", name, arguments.toString());
    return answered(call, name, () -> method(name).apply(object(), arguments.deepCopy()));
  }

  @Override
  public ObjectNode readStatic(String className, String method) {
    Call call = new Call("readStatic", className + "." + method, "");
    return answered(call, call.target(), () -> method(call.target()).apply(object(), object()));
  }

  @Override
  public ObjectNode ask(String entity, ObjectKey key, String action, ObjectNode arguments) {
    return route("ask", entity, key, action, arguments);
  }

  @Override
  public ObjectNode act(String entity, ObjectKey key, String action, ObjectNode arguments) {
    return route("act", entity, key, action, arguments);
  }

  private ObjectNode route(
      String verb, String entity, ObjectKey key, String action, ObjectNode arguments) {
    String name = ROUTE + action;
    Call call = new Call(verb, ROUTE + address(entity, key) + "." + action, arguments.toString());
    return answered(
        call, name, () -> method(name).apply(object("key", keyText(key)), arguments.deepCopy()));
  }

  @Override
  public Optional<ObjectNode> result(
      String entity, ObjectKey key, String function, long operation) {
    String name = ROUTE + function;
    Call call = new Call("result", ROUTE + address(entity, key) + "." + function, "" + operation);
    return answered(
        call,
        name,
        () ->
            Optional.of(
                    method(name)
                        .apply(object("key", keyText(key)), object("OperationId", operation)))
                .filter(answer -> !answer.isEmpty()));
  }

  private Method method(String name) {
    return Optional.ofNullable(methods.get(name))
        .orElseThrow(() -> new IllegalStateException("the fake site has no method " + name));
  }

  private static String address(String className, ObjectKey key) {
    return className + "(" + keyText(key) + ")";
  }

  private static String keyText(ObjectKey key) {
    return String.join(
        ",",
        key.literals().entrySet().stream()
            .map(part ->
                part.getKey().isEmpty() ? part.getValue() : part.getKey() + "=" + part.getValue())
            .toList());
  }

  private ObjectNode there(Call call, String className, ObjectKey key) {
    return tableOf(className)
        .find(key)
        .orElseThrow(() -> failure(call, FailureKind.NOT_FOUND, 404, "Not found"));
  }

  /**
   * @param target what faults and events name: the class, or class and method
   */
  private <R> R answered(Call call, String target, Supplier<R> effect) {
    calls.add(call);
    String name = call.verb() + " " + target;
    Optional.ofNullable(before.remove(name)).ifPresent(Runnable::run);
    Fault fault = faults.get(name);
    if (fault == null) {
      return effect.get();
    }
    if (fault.times() == 1) {
      faults.remove(name);
    }
    Optional<R> unheard = Optional.of(fault).filter(Fault::done).map(_ -> effect.get());
    throw failure(
        call,
        fault.kind(),
        fault.status(),
        fault.message() + (unheard.isPresent() ? " after it was done" : ""));
  }

  /** A failure as the client would throw it for this request. */
  public static AdminServiceException failure(
      String verb, String path, FailureKind kind, int status, String message) {
    return failure(new Call(verb, path, ""), kind, status, message);
  }

  private static AdminServiceException failure(
      Call call, FailureKind kind, int status, String message) {
    String path = call.target().startsWith(ROUTE) ? call.target() : "wmi/" + call.target();
    return new AdminServiceException(
        new AdminServiceException.Request(http(call.verb()), "sccm01.corp.example", path, "site"),
        AnswerFailure.lasting(kind, status, AnswerFailure.said(message)));
  }

  private static String http(String verb) {
    return switch (verb) {
      case "query", "get", "readStatic", "result" -> "GET";
      case "put" -> "PUT";
      case "delete" -> "DELETE";
      default -> "POST";
    };
  }

  @Override
  public ServerClock clock() {
    return clock;
  }

  @Override
  public Capabilities capabilities() {
    return offered.capabilities();
  }
}

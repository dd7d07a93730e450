package dev.garrison.lab.adminservice.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds a row of a class, and reads values that a caller sent. */
public final class Rows {
  private static final Instant UNSET = Instant.EPOCH;
  private final ObjectNode node = JsonNodeFactory.instance.objectNode();

  private Rows() {}

  /** Creates an empty row. */
  public static Rows row() {
    return new Rows();
  }

  /** Sets text; null stays null. */
  public Rows set(String name, @Nullable String value) {
    node.put(name, value);
    return this;
  }

  /** Sets a number. */
  public Rows set(String name, long value) {
    node.put(name, value);
    return this;
  }

  /** Sets a truth value. */
  public Rows set(String name, boolean value) {
    node.put(name, value);
    return this;
  }

  /** Sets a time as the real service prints it: whole seconds, UTC. */
  public Rows set(String name, Instant value) {
    node.put(name, time(value));
    return this;
  }

  /** Sets a time that may be unset; then it is in the year 1970, as recorded from a real site. */
  public Rows setTime(String name, Optional<Instant> value) {
    return set(name, value.orElse(UNSET));
  }

  /** Sets a list of texts. */
  public Rows set(String name, Collection<String> values) {
    ArrayNode array = node.putArray(name);
    values.forEach(array::add);
    return this;
  }

  /** Sets any other value. */
  public Rows set(String name, JsonNode value) {
    node.set(name, value);
    return this;
  }

  /** The finished row. */
  public ObjectNode done() {
    return node;
  }

  /** Formats a time as the real service prints it. */
  public static String time(Instant value) {
    return value.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Text that a caller sent; empty if absent or null. */
  public static Optional<String> text(ObjectNode body, String name) {
    return Optional.ofNullable(body.get(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /** Number that a caller sent. */
  public static Optional<Long> number(ObjectNode body, String name) {
    return Optional.ofNullable(body.get(name)).filter(JsonNode::isNumber).map(JsonNode::longValue);
  }

  /** Truth value that a caller sent. */
  public static Optional<Boolean> truth(ObjectNode body, String name) {
    return Optional.ofNullable(body.get(name))
        .filter(JsonNode::isBoolean)
        .map(JsonNode::booleanValue);
  }

  /** Answer of a method that returns only success. */
  public static ObjectNode success() {
    return row().set("ReturnValue", 0).done();
  }
}

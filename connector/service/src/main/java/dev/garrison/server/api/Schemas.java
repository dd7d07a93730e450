package dev.garrison.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import dev.garrison.json.OmittedWhenEmpty;
import dev.garrison.state.StoredPlan;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * JSON schemas of forms, derived from their records, so that the description matches the answers.
 */
final class Schemas {
  private final Json json;
  private final Map<String, ObjectNode> known = new TreeMap<>();

  Schemas(Json json) {
    this.json = json;
  }

  /** The schemas that were referred to, by name. */
  Map<String, ObjectNode> known() {
    return known;
  }

  /** Refers to a form's schema. */
  ObjectNode reference(Class<?> shape) {
    String name = (shape == StoredPlan.Form.class ? StoredPlan.class : shape).getSimpleName();
    if (!known.containsKey(name)) {
      ObjectNode schema = json.object().put("type", "object");
      known.put(name, schema);
      if (shape == StoredPlan.Form.class) {
        plan(schema);
      } else if (shape != OpenApi.Document.class) {
        describe(shape, schema);
      }
    }
    return json.object().put("$ref", "#/components/schemas/" + name);
  }

  /** Describes a plan in the format of plan files, which has its own version. */
  private static void plan(ObjectNode schema) {
    schema.putObject("properties").putObject("format").put("const", StoredPlan.FORMAT);
    schema.putArray("required").add("format").add("plan").add("expires").add("digest");
  }

  private void describe(Class<?> shape, ObjectNode schema) {
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (RecordComponent component : shape.getRecordComponents()) {
      Type type = component.getGenericType();
      properties.set(
          component.getName(),
          component.getType() == Optional.class ? orNothing(of(argument(type))) : of(type));
      if (!component.getAccessor().isAnnotationPresent(OmittedWhenEmpty.class)) {
        required.add(component.getName());
      }
    }
    schema.put("additionalProperties", false);
  }

  private ObjectNode orNothing(ObjectNode present) {
    ObjectNode schema = json.object();
    schema.putArray("anyOf").add(present).addObject().put("type", "null");
    return schema;
  }

  private ObjectNode of(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      ObjectNode schema = json.object().put("type", "array");
      schema.set("items", of(argument(list)));
      return schema;
    }
    if (type == String.class) {
      return json.object().put("type", "string");
    }
    if (type == Instant.class) {
      return json.object().put("type", "string").put("format", "date-time");
    }
    if (type == int.class || type == long.class || type == Long.class) {
      return json.object().put("type", "integer");
    }
    if (type == boolean.class) {
      return json.object().put("type", "boolean");
    }
    if (type instanceof Class<?> shape && shape.isRecord()) {
      return reference(shape);
    }
    throw new IllegalStateException("no schema for " + type);
  }

  private static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }
}

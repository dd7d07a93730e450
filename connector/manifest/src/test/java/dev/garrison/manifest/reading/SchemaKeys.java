package dev.garrison.manifest.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The keys of a manifest, as paths such as {@code rings[].name}. */
final class SchemaKeys {
  private SchemaKeys() {}

  /** Those that the schema describes. */
  static Set<String> properties(JsonNode schema) {
    return described(schema).keySet();
  }

  /** Those that the schema describes, each with its default, {@code required} or {@code none}. */
  static Map<String, String> described(JsonNode schema) {
    Map<String, String> keys = new TreeMap<>();
    describe("", schema, keys);
    return keys;
  }

  private static void describe(String prefix, JsonNode group, Map<String, String> keys) {
    Set<String> required = new TreeSet<>();
    group.path("required").forEach(key -> required.add(key.asText()));
    group
        .path("properties")
        .properties()
        .forEach(entry -> {
          String path = prefix + entry.getKey();
          JsonNode property = entry.getValue();
          keys.put(path, standing(required.contains(entry.getKey()), property));
          describe(path + ".", property, keys);
          describe(path + "[].", property.path("items"), keys);
        });
  }

  private static String standing(boolean required, JsonNode property) {
    if (required) {
      return "required";
    }
    JsonNode value = property.path("default");
    return value.isMissingNode() ? "none" : "`" + value.toString().replace(",", ", ") + "`";
  }

  /** Those that a manifest sets. */
  static Set<String> of(JsonNode manifest) {
    Set<String> keys = new TreeSet<>();
    collect("", manifest, keys);
    return keys;
  }

  private static void collect(String prefix, JsonNode group, Set<String> keys) {
    group
        .properties()
        .forEach(entry -> {
          String path = prefix + entry.getKey();
          keys.add(path);
          collect(path + ".", entry.getValue(), keys);
          if (entry.getValue().isArray()) {
            entry.getValue().forEach(item -> collect(path + "[].", item, keys));
          }
        });
  }
}

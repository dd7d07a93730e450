package dev.garrison.lab.adminservice.odata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Resource that a path below {@code /AdminService/wmi} addresses. */
public sealed interface ResourcePath {
  /** The list of entity sets. */
  record ServiceDocument() implements ResourcePath {}

  /** The metadata document (CSDL). */
  record Metadata() implements ResourcePath {}

  /** All instances of a class. */
  record EntitySet(String type) implements ResourcePath {}

  /** The number of instances of a class. */
  record Count(String type) implements ResourcePath {}

  /** One instance of a class. */
  record Keyed(String type, Map<String, JsonNode> key) implements ResourcePath {}

  /** A method of a class. */
  record StaticMethod(String type, String method) implements ResourcePath {}

  /** A method of an instance. */
  record BoundMethod(String type, Map<String, JsonNode> key, String method)
      implements ResourcePath {}
}

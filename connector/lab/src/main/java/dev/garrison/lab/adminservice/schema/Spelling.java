package dev.garrison.lab.adminservice.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Case in which the service spells the properties of its classes. Each spelling is its own inverse:
 * applied to a spelled name, it returns the name of the class table.
 */
public enum Spelling {
  /** Spelling of the class tables. */
  OF_THE_CLASS,
  /** Every letter in the other case. */
  SWAPPED;

  /**
   * Spells a property. Annotations, and names that begin with two underscores, stay as they are.
   */
  public String name(String name) {
    if (this == OF_THE_CLASS || name.startsWith("@") || name.startsWith("__")) {
      return name;
    }
    return name.codePoints()
        .map(letter ->
            Character.isUpperCase(letter)
                ? Character.toLowerCase(letter)
                : Character.toUpperCase(letter))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Spells an object with all objects embedded in it. */
  public ObjectNode object(ObjectNode object) {
    if (this == OF_THE_CLASS) {
      return object;
    }
    ObjectNode spelled = object.objectNode();
    object.properties().forEach(each -> spelled.set(name(each.getKey()), value(each.getValue())));
    return spelled;
  }

  /**
   * Spells the objects in the parameters of a method; the parameters' names do not belong to a
   * class.
   */
  public ObjectNode within(ObjectNode parameters) {
    ObjectNode spelled = parameters.objectNode();
    parameters.properties().forEach(each -> spelled.set(each.getKey(), value(each.getValue())));
    return spelled;
  }

  private JsonNode value(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> object(object);
      case ArrayNode array -> {
        ArrayNode spelled = array.arrayNode();
        array.forEach(element -> spelled.add(value(element)));
        yield spelled;
      }
      default -> value;
    };
  }
}

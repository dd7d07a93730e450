package dev.garrison.mecm.adminservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.odata.Spelling;

/**
 * A body with property names as the site spells them. This includes embedded objects, whose class
 * is named by {@code @odata.type}.
 */
record SpelledBody(Spelling spelling) {
  /** The body of an object of this class. */
  ObjectNode of(String className, ObjectNode body) {
    ObjectNode spelled = body.objectNode();
    body.properties()
        .forEach(
            each -> spelled.set(spelling.of(className, each.getKey()), value(each.getValue())));
    return spelled;
  }

  /** The parameters of a method; their own names do not belong to a class. */
  ObjectNode arguments(ObjectNode arguments) {
    ObjectNode spelled = arguments.objectNode();
    arguments.properties().forEach(each -> spelled.set(each.getKey(), value(each.getValue())));
    return spelled;
  }

  private JsonNode value(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> of(new Row(object).odataClass(), object);
      case ArrayNode array -> {
        ArrayNode spelled = array.arrayNode();
        array.forEach(element -> spelled.add(value(element)));
        yield spelled;
      }
      default -> value;
    };
  }
}

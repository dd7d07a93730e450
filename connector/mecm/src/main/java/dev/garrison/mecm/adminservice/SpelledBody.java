package dev.garrison.mecm.adminservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.odata.Spelling;

/**
 * A body with its properties as the site spells them, those of embedded objects too, whose class
 * {@code @odata.type} says.
 */
record SpelledBody(Spelling spelling) {
  /** An object of this class. */
  ObjectNode of(String className, ObjectNode body) {
    ObjectNode spelled = body.objectNode();
    body.properties()
        .forEach(
            each -> spelled.set(spelling.of(className, each.getKey()), value(each.getValue())));
    return spelled;
  }

  /** The parameters of a method: their own names are none of a class. */
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

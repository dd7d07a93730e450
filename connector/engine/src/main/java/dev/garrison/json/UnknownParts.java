package dev.garrison.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Skips the properties that a form does not have, and records their paths. */
final class UnknownParts extends DeserializationProblemHandler {
  private final List<String> paths = new ArrayList<>();

  List<String> paths() {
    return paths;
  }

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser parser,
      JsonDeserializer<?> deserializer,
      Object beanOrClass,
      String property)
      throws IOException {
    JsonStreamContext at = parser.getParsingContext();
    // Where the value is an object or a list, the parser is already in it.
    JsonStreamContext holder = property.equals(at.getCurrentName()) ? at : at.getParent();
    String before = path(holder.getParent());
    paths.add(before.isEmpty() ? property : before + "." + property);
    parser.skipChildren();
    return true;
  }

  private static String path(@Nullable JsonStreamContext at) {
    if (at == null) {
      return "";
    }
    String before = path(at.getParent());
    if (at.inArray()) {
      return before + "[" + (at.getCurrentIndex() + 1) + "]";
    }
    String name = at.getCurrentName();
    if (name == null) {
      return before;
    }
    return before.isEmpty() ? name : before + "." + name;
  }
}

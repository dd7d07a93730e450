package dev.garrison.mecm.odata;

import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The key of one object, as it stands in parentheses behind the class.
 *
 * @param literal quoted, not yet encoded
 */
public record ObjectKey(String literal) {
  /** A text key, such as a collection's identifier or a GUID. */
  public static ObjectKey of(String value) {
    return new ObjectKey(ODataText.literal(value));
  }

  /** A number key, such as a CI_ID. */
  public static ObjectKey of(long value) {
    return new ObjectKey(Long.toString(value));
  }

  /** Several key properties by name, each a text or a number. */
  public static ObjectKey of(SequencedMap<String, Object> parts) {
    return new ObjectKey(
        parts.entrySet().stream()
            .map(part -> ODataText.name(part.getKey()) + "=" + literal(part))
            .collect(Collectors.joining(",")));
  }

  private static String literal(Map.Entry<String, Object> part) {
    return switch (part.getValue()) {
      case String text -> ODataText.literal(text);
      case Long number -> number.toString();
      case Integer number -> number.toString();
      case Object other ->
          throw new IllegalArgumentException(
              part.getKey() + " is neither text nor number: " + other);
    };
  }

  /** One object of a class, as it is sent. */
  public String address(String className) {
    return ODataText.name(className) + "(" + ODataText.encodePath(literal) + ")";
  }

  /** A method of one object, as it is sent. */
  public String address(String className, String method) {
    return address(className) + "/AdminService." + ODataText.name(method);
  }

  /** A function of one object that takes one number, as it is sent. */
  public String address(String className, String function, String parameter, long number) {
    return address(className, function) + "(" + ODataText.name(parameter) + "=" + number + ")";
  }

  /** A method of a class, as it is sent. */
  public static String staticAddress(String className, String method) {
    return ODataText.name(className) + "." + ODataText.name(method);
  }
}

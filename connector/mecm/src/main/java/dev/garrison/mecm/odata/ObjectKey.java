package dev.garrison.mecm.odata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The key of one object, as in parentheses after the class.
 *
 * @param literals of its properties by name, quoted, not yet encoded; a single property has no name
 */
public record ObjectKey(SequencedMap<String, String> literals) {
  private static final String ONLY = "";

  public ObjectKey {
    literals = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(literals));
  }

  /** A text key, such as a collection's identifier or a GUID. */
  public static ObjectKey of(String value) {
    return only(ODataText.literal(value));
  }

  /** A number key, such as a CI_ID. */
  public static ObjectKey of(long value) {
    return only(Long.toString(value));
  }

  private static ObjectKey only(String literal) {
    return new ObjectKey(new LinkedHashMap<>(Map.of(ONLY, literal)));
  }

  /** Several key properties by name, each a text or a number. */
  public static ObjectKey of(SequencedMap<String, Object> parts) {
    SequencedMap<String, String> literals = new LinkedHashMap<>();
    parts.entrySet().forEach(part -> literals.put(ODataText.name(part.getKey()), literal(part)));
    return new ObjectKey(literals);
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

  /** The address of one object of a class, as it is sent. */
  public String address(String className, Spelling spelling) {
    String key =
        literals.entrySet().stream()
            .map(part ->
                part.getKey().equals(ONLY)
                    ? part.getValue()
                    : spelling.of(className, part.getKey()) + "=" + part.getValue())
            .collect(Collectors.joining(","));
    return ODataText.name(className) + "(" + ODataText.encodePath(key) + ")";
  }

  /** The address of a method of one object, as it is sent. */
  public String address(String className, String method, Spelling spelling) {
    return address(className, spelling) + "/AdminService." + ODataText.name(method);
  }

  /**
   * The address of a function of one object of the route v1.0 that takes one number, as it is sent.
   */
  public String address(String entity, String function, String parameter, long number) {
    return address(entity, function, Spelling.OURS)
        + "("
        + ODataText.name(parameter)
        + "="
        + number
        + ")";
  }

  /** The address of a method of a class, as it is sent. */
  public static String staticAddress(String className, String method) {
    return ODataText.name(className) + "." + ODataText.name(method);
  }
}

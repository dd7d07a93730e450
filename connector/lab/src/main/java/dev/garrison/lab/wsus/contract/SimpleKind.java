package dev.garrison.lab.wsus.contract;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A simple value on the wire, and the text that it can have.
 *
 * @see <a href="https://www.w3.org/TR/xmlschema-2/">XML Schema part 2</a>
 */
public enum SimpleKind {
  /** Any text. */
  STRING("string", "(?s).*"),
  /** A truth value. */
  BOOLEAN("boolean", "true|false|1|0"),
  /** An integer of 32 bits. */
  INT("int", "[+-]?\\d{1,10}"),
  /** An integer of 16 bits. */
  SHORT("short", "[+-]?\\d{1,5}"),
  /** An integer of 64 bits. */
  LONG("long", "[+-]?\\d{1,19}"),
  /** An integer of 8 bits without a sign. */
  UNSIGNED_BYTE("unsignedByte", "\\d{1,3}"),
  /** An integer of 32 bits without a sign. */
  UNSIGNED_INT("unsignedInt", "\\d{1,10}"),
  /** A point in time. The server converts an offset to its local time, so the lab refuses one. */
  DATE_TIME("dateTime", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,7})?Z?"),
  /** Bytes in base64. */
  BASE64("base64Binary", "[A-Za-z0-9+/=\\s]*"),
  /** A GUID, in the namespace {@link #GUIDS}. */
  GUID("guid", "[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"),
  /** A value of any type that xsi:type names. */
  ANY("anyType", "(?s).*");

  /** Namespace of the type guid. */
  public static final String GUIDS = "http://microsoft.com/wsdl/types/";

  private final String wireName;
  private final Pattern pattern;

  SimpleKind(String wireName, String pattern) {
    this.wireName = wireName;
    this.pattern = Pattern.compile(pattern);
  }

  /** Name of the kind in a schema. */
  public String wireName() {
    return wireName;
  }

  /** Whether it is a reference type in .NET, which can be absent. */
  public boolean isReference() {
    return this == STRING || this == BASE64 || this == ANY;
  }

  /** Whether a text is a value of this kind, and in its range. */
  public boolean takes(String text) {
    if (!pattern.matcher(text).matches()) {
      return false;
    }
    return switch (this) {
      case INT -> within(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case SHORT -> within(text, Short.MIN_VALUE, Short.MAX_VALUE);
      case UNSIGNED_BYTE -> within(text, 0, 255);
      case UNSIGNED_INT -> within(text, 0, 4_294_967_295L);
      case LONG -> text.length() <= 18;
      case DATE_TIME -> isTime(text);
      case STRING, BOOLEAN, BASE64, GUID, ANY -> true;
    };
  }

  private static boolean isTime(String text) {
    try {
      LocalDateTime.parse(text.replace("Z", ""));
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean within(String text, long least, long most) {
    long value = Long.parseLong(text);
    return value >= least && value <= most;
  }

  /** Kind of this name. */
  static Optional<SimpleKind> named(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName.equals(wireName)).findFirst();
  }
}

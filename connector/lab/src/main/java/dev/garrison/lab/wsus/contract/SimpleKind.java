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
  /** Truth. */
  BOOLEAN("boolean", "true|false|1|0"),
  /** 32 bits. */
  INT("int", "[+-]?\\d{1,10}"),
  /** 16 bits. */
  SHORT("short", "[+-]?\\d{1,5}"),
  /** 64 bits. */
  LONG("long", "[+-]?\\d{1,19}"),
  /** 8 bits without sign. */
  UNSIGNED_BYTE("unsignedByte", "\\d{1,3}"),
  /** 32 bits without sign. */
  UNSIGNED_INT("unsignedInt", "\\d{1,10}"),
  /** A point in time. The server turns an offset into its local time, so the lab refuses one. */
  DATE_TIME("dateTime", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,7})?Z?"),
  /** Bytes. */
  BASE64("base64Binary", "[A-Za-z0-9+/=\\s]*"),
  /** A GUID, in the namespace {@link #GUIDS}. */
  GUID("guid", "[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"),
  /** Whatever xsi:type says. */
  ANY("anyType", "(?s).*");

  /** The namespace of guid. */
  public static final String GUIDS = "http://microsoft.com/wsdl/types/";

  private final String wireName;
  private final Pattern pattern;

  SimpleKind(String wireName, String pattern) {
    this.wireName = wireName;
    this.pattern = Pattern.compile(pattern);
  }

  /** Its name in a schema. */
  public String wireName() {
    return wireName;
  }

  /** Whether it is a reference in .NET, which may be absent. */
  public boolean isReference() {
    return this == STRING || this == BASE64 || this == ANY;
  }

  /** Whether a text is such a value, in range too. */
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

  /** The kind of this name. */
  static Optional<SimpleKind> named(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName.equals(wireName)).findFirst();
  }
}

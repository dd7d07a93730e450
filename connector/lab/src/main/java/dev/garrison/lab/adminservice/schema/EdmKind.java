package dev.garrison.lab.adminservice.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * An EDM type as spelled in {@code $metadata}, and the JSON values that it accepts. The mapping of
 * WMI types (uint32 becomes Edm.Int64) was recorded from a real site's metadata.
 *
 * @param name e.g. {@code Edm.String}, {@code Collection(Edm.Int32)}, {@code
 *     AdminService.SMS_CollectionRule}
 * @see <a href="https://github.com/dustinestes/MECM_Toolkit">MECM_Toolkit, Administration
 *     Service</a>
 */
public record EdmKind(@JsonValue String name) {
  private static final String EMBEDDED = "AdminService.";
  private static final String MANY = "Collection(";
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");
  private static final long UINT32 = 4294967295L;
  private static final Pattern UTC =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,7})?Z");

  /** Reads a type as the tables spell it. */
  @JsonCreator
  public static EdmKind of(String name) {
    return new EdmKind(name);
  }

  /** Whether this is an array. */
  public boolean isCollection() {
    return name.startsWith(MANY);
  }

  /** Element type of an array; the type itself otherwise. */
  public EdmKind element() {
    return isCollection() ? new EdmKind(name.substring(MANY.length(), name.length() - 1)) : this;
  }

  /** Whether this is an embedded class. */
  public boolean isEmbedded() {
    return name.startsWith(EMBEDDED);
  }

  /** Name of the embedded class. */
  public String embeddedClass() {
    return name.substring(EMBEDDED.length());
  }

  /** Whether a JSON value has this simple type. Null is not a value and must be checked before. */
  public boolean accepts(JsonNode value) {
    return switch (name) {
      case "Edm.String" -> value.isTextual();
      case "Edm.Boolean" -> value.isBoolean();
      case "Edm.Byte" -> value.canConvertToInt() && within(value, 0, 255);
      case "Edm.Int32" -> within(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "Edm.Int64" -> within(value, 0, UINT32);
      case "Edm.Double" -> value.isNumber();
      case "Edm.DateTimeOffset" -> value.isTextual() && isUtc(value.textValue());
      case "Edm.Binary" -> value.isTextual() && isBase64(value.textValue());
      default -> value.isObject();
    };
  }

  private static boolean within(JsonNode value, long least, long most) {
    return value.isIntegralNumber()
        && value.canConvertToLong()
        && value.longValue() >= least
        && value.longValue() <= most;
  }

  private static boolean isUtc(String text) {
    if (!UTC.matcher(text).matches()) {
      return false;
    }
    try {
      return Instant.parse(text).isAfter(Instant.MIN);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isBase64(String text) {
    return BASE64.matcher(text).matches() && text.length() % 4 == 0;
  }

  @Override
  public String toString() {
    return name;
  }
}

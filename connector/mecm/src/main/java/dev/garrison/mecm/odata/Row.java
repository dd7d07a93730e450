package dev.garrison.mecm.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One object as the administration service sends it. A property that is null, missing, or of
 * another type than requested reads as absent: lists omit lazy properties, and the available
 * properties differ by version. Names are not case-sensitive, as in the service itself: it spells
 * the key of SMS_R_System {@code ResourceId}, that of other classes {@code ResourceID}
 * (SpecterOps/ConfigManBearPig, sample_data).
 *
 * @param node the object
 */
public record Row(ObjectNode node) {
  /** Configuration Manager writes 1970 or 1980 if a time is not set (MECM_Toolkit). */
  private static final Instant FIRST_REAL_TIME =
      OffsetDateTime.of(1981, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).toInstant();

  /** WMI providers write this if a time is not set (DriverAutomationTool, MainApplication.ps1). */
  private static final Instant NOT_SET =
      OffsetDateTime.of(1990, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).toInstant();

  /** Reads the property as the class spells it, or in another case; missing if neither exists. */
  private JsonNode value(String property) {
    JsonNode exact = node.path(property);
    if (!exact.isMissingNode()) {
      return exact;
    }
    return node.properties().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(property))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(exact);
  }

  /** Whether the service left the property out, in every spelling. */
  boolean lacks(String property) {
    return value(property).isMissingNode();
  }

  /** The text, or an empty text if there is none. */
  public String text(String property) {
    JsonNode value = value(property);
    return value.isTextual() ? value.textValue() : "";
  }

  /** The integer; empty if there is none. */
  public OptionalLong number(String property) {
    JsonNode value = value(property);
    return value.isIntegralNumber() && value.canConvertToLong()
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }

  /** The integer, or this default. */
  public long number(String property, long otherwise) {
    return number(property).orElse(otherwise);
  }

  /**
   * The number that identifies this object, or one that belongs to it.
   *
   * @throws KeyMissingException if the object has none
   */
  public long numberKey(String property) {
    return number(property).orElseThrow(() -> KeyMissingException.of(this, property));
  }

  /**
   * The text that identifies this object, or one that belongs to it.
   *
   * @throws KeyMissingException if the object has none
   */
  public String textKey(String property) {
    String text = text(property);
    if (text.isEmpty()) {
      throw KeyMissingException.of(this, property);
    }
    return text;
  }

  /** Whether the property is true. */
  public boolean flag(String property) {
    return value(property).booleanValue();
  }

  /** Whether the property is true; absent if the service does not report it. */
  public Optional<Boolean> truth(String property) {
    return Optional.of(value(property)).filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
  }

  /** The time; a time that Configuration Manager writes for "never" is absent. */
  public Optional<Instant> time(String property) {
    String text = text(property);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant())
          .filter(time -> !time.isBefore(FIRST_REAL_TIME) && !time.equals(NOT_SET));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The texts of an array. */
  public List<String> texts(String property) {
    List<String> texts = new ArrayList<>();
    value(property).forEach(element -> texts.add(element.asText()));
    return List.copyOf(texts);
  }

  /** The integers of an array. */
  public List<Long> numbers(String property) {
    List<Long> numbers = new ArrayList<>();
    value(property).forEach(element -> numbers.add(element.asLong()));
    return List.copyOf(numbers);
  }

  /** The embedded objects of an array. */
  public List<Row> rows(String property) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode element : value(property)) {
      if (element instanceof ObjectNode object) {
        rows.add(new Row(object));
      }
    }
    return List.copyOf(rows);
  }

  /**
   * The class name of the embedded object, without namespace; empty if the service does not name
   * it.
   */
  public String odataClass() {
    String type = text("@odata.type");
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('#')) + 1);
  }
}

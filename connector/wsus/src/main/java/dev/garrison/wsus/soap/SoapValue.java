package dev.garrison.wsus.soap;

import dev.garrison.xml.XmlWriter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Value in a request. The contract defines the type of value for each element. */
public sealed interface SoapValue {
  /** Text value. */
  record Text(String value) implements SoapValue {
    public Text {
      if (!XmlWriter.canCarry(value)) {
        throw new IllegalArgumentException("a text that XML cannot carry");
      }
    }
  }

  /** Whole number of any width. */
  record Whole(long value) implements SoapValue {}

  /** Boolean value. */
  record Truth(boolean value) implements SoapValue {}

  /** GUID, written in lower case. */
  record Guid(UUID value) implements SoapValue {}

  /**
   * Point in time, written as UTC without a zone, because .NET would convert one with an offset.
   *
   * @param value sent with milliseconds, or with as many more digits as .NET knows
   */
  record Time(LocalDateTime value) implements SoapValue {
    private static final DateTimeFormatter FORM =
        new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 3, 7, true)
            .toFormatter(Locale.ROOT);

    public static Time of(Instant instant) {
      return new Time(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    String text() {
      return FORM.format(value);
    }
  }

  /** List of values. */
  record Many(List<? extends SoapValue> values) implements SoapValue {
    public Many {
      values = List.copyOf(values);
    }
  }

  /** Object with named parts. */
  record Parts(Map<String, SoapValue> values) implements SoapValue {
    public Parts {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }
}

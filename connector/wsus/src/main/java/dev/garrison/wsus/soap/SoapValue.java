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

/** A value in a request. Which one an element takes, the contract says. */
public sealed interface SoapValue {
  /** A text. */
  record Text(String value) implements SoapValue {
    public Text {
      if (!XmlWriter.canCarry(value)) {
        throw new IllegalArgumentException("a text that XML cannot carry");
      }
    }
  }

  /** A whole number, whatever its width. */
  record Whole(long value) implements SoapValue {}

  /** True or false. */
  record Truth(boolean value) implements SoapValue {}

  /** A GUID, written in lower case. */
  record Guid(UUID value) implements SoapValue {}

  /**
   * A point in time, written as UTC without a zone: .NET takes an offset for a wish to convert.
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

  /** A list. */
  record Many(List<? extends SoapValue> values) implements SoapValue {
    public Many {
      values = List.copyOf(values);
    }
  }

  /** An object with named parts. */
  record Parts(Map<String, SoapValue> values) implements SoapValue {
    public Parts {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }
}

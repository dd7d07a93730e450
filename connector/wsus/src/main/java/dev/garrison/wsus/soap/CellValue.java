package dev.garrison.wsus.soap;

import dev.garrison.language.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Converts a cell's text to a value, and a value to the type of its column. The type of each column
 * is published for Microsoft's own client alone, so a value of another type is accepted where it
 * can mean one thing only: a text that is a GUID, a time, a number, or a truth value; zero and one
 * for false and true.
 */
final class CellValue {
  private CellValue() {}

  /** Cell of a type that no column in Garrison has, or whose text is not of its type. */
  record Other(Text words) {}

  /**
   * Converts a cell as its type says.
   *
   * @param type its local name where the namespace is known; empty where there is none
   */
  static Object of(String type, String text) {
    try {
      return switch (type) {
        case "string", "" -> text;
        case "int",
            "short",
            "unsignedByte",
            "long",
            "byte",
            "unsignedShort",
            "unsignedInt",
            "integer" ->
            Long.valueOf(text.strip());
        case "boolean" -> truth(text).orElseThrow(() -> new NumberFormatException(text));
        case "guid" -> WireText.id(text.strip());
        case "dateTime" -> WireText.time(text.strip());
        default -> new Other(Text.of("soap-kind.other", "type", type));
      };
    } catch (NumberFormatException | DateTimeException e) {
      return new Other(Text.of("soap-kind.unreadable", "type", type));
    }
  }

  private static Optional<Boolean> truth(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Optional.of(true);
      case "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Checks for an empty cell in a column that is not a text. */
  static boolean isEmpty(@Nullable Object cell) {
    return cell == null || (cell instanceof String text && text.isBlank());
  }

  /** Converts a value to this type; empty where that is not possible. */
  static <T> Optional<T> as(Class<T> type, Object cell) {
    if (type.isInstance(cell)) {
      return Optional.of(type.cast(cell));
    }
    Object other =
        switch (cell) {
          case String text -> ofText(type, text.strip());
          case Long number when type == Boolean.class && (number == 0 || number == 1) ->
              number == 1;
          case Long number when type == String.class -> number.toString();
          case UUID id when type == String.class -> id.toString();
          default -> cell;
        };
    return type.isInstance(other) ? Optional.of(type.cast(other)) : Optional.empty();
  }

  private static Object ofText(Class<?> type, String text) {
    if (type == UUID.class) {
      return of("guid", text);
    }
    if (type == Instant.class) {
      return of("dateTime", text);
    }
    return of(type == Long.class ? "long" : "boolean", text);
  }
}

package dev.garrison.lab.adminservice.odata;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Comparison operators of {@code $filter}. */
public enum Operator {
  EQ,
  NE,
  GT,
  GE,
  LT,
  LE;

  /** Whether the comparison of a value with a literal is true. */
  boolean holds(JsonNode value, @Nullable Comparable<?> literal) {
    boolean empty = value.isNull() || value.isMissingNode();
    if (literal == null || empty) {
      return switch (this) {
        case EQ -> literal == null && empty;
        case NE -> (literal == null) != empty;
        case GT, GE, LT, LE -> false;
      };
    }
    int order = compare(value, literal);
    return switch (this) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case GT -> order > 0;
      case GE -> order >= 0;
      case LT -> order < 0;
      case LE -> order <= 0;
    };
  }

  private static int compare(JsonNode value, Comparable<?> literal) {
    return switch (literal) {
      case Boolean truth -> Boolean.compare(value.asBoolean(), truth);
      case Long number -> Long.compare(value.asLong(), number);
      case Instant time -> Instant.parse(value.asText()).compareTo(time);
      default -> value.asText().compareToIgnoreCase(literal.toString());
    };
  }
}

package dev.garrison.lab.device;

import java.util.Arrays;
import java.util.Locale;

/**
 * An operator of a detection clause on a data type.
 *
 * @param operator as the digest spells it, e.g. {@code GreaterEquals}
 * @param dataType String, Int64 or Version
 */
public record Comparison(String operator, String dataType) {
  /** Whether the lab can decide this operator. */
  public boolean isKnown() {
    return switch (operator) {
      case "Equals", "NotEquals", "GreaterThan", "GreaterEquals", "LessThan", "LessEquals" -> true;
      case "BeginsWith", "EndsWith", "Contains" -> dataType.equals("String");
      default -> false;
    };
  }

  boolean holds(String value, String constant) {
    String text = value.toLowerCase(Locale.ROOT);
    String wanted = constant.toLowerCase(Locale.ROOT);
    return switch (operator) {
      case "BeginsWith" -> text.startsWith(wanted);
      case "EndsWith" -> text.endsWith(wanted);
      case "Contains" -> text.contains(wanted);
      case "Equals" -> order(text, wanted) == 0;
      case "NotEquals" -> order(text, wanted) != 0;
      case "GreaterThan" -> order(text, wanted) > 0;
      case "GreaterEquals" -> order(text, wanted) >= 0;
      case "LessThan" -> order(text, wanted) < 0;
      case "LessEquals" -> order(text, wanted) <= 0;
      default -> throw new IllegalStateException("an operator the reader let through: " + operator);
    };
  }

  private int order(String value, String constant) {
    return switch (dataType) {
      case "Int64" -> Long.compare(Long.parseLong(value), Long.parseLong(constant));
      case "Version" -> Arrays.compare(version(value), version(constant));
      default -> value.compareTo(constant);
    };
  }

  private static long[] version(String text) {
    return Arrays.copyOf(
        Arrays.stream(text.split("\\.", -1)).mapToLong(Long::parseLong).toArray(), 4);
  }
}

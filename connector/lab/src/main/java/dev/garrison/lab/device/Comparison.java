package dev.garrison.lab.device;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * An operator of a detection clause for a data type.
 *
 * @param operator as the digest spells it, e.g. {@code GreaterEquals}
 * @param dataType String, Int64 or Version
 */
public record Comparison(String operator, String dataType) {
  /**
   * Compares a value with a constant. The result is unknown if the lab does not know the operator,
   * or if a value is not of the data type.
   */
  Verdict compare(String value, String constant) {
    String text = value.toLowerCase(Locale.ROOT);
    String wanted = constant.toLowerCase(Locale.ROOT);
    if (dataType.equals("String")) {
      switch (operator) {
        case "BeginsWith" -> {
          return Verdict.of(text.startsWith(wanted));
        }
        case "EndsWith" -> {
          return Verdict.of(text.endsWith(wanted));
        }
        case "Contains" -> {
          return Verdict.of(text.contains(wanted));
        }
        default -> {}
      }
    }
    OptionalInt order = order(text, wanted);
    return order.isEmpty() ? Verdict.UNKNOWN : ordered(order.getAsInt());
  }

  private Verdict ordered(int order) {
    return switch (operator) {
      case "Equals" -> Verdict.of(order == 0);
      case "NotEquals" -> Verdict.of(order != 0);
      case "GreaterThan" -> Verdict.of(order > 0);
      case "GreaterEquals" -> Verdict.of(order >= 0);
      case "LessThan" -> Verdict.of(order < 0);
      case "LessEquals" -> Verdict.of(order <= 0);
      default -> Verdict.UNKNOWN;
    };
  }

  private OptionalInt order(String value, String constant) {
    return switch (dataType) {
      case "Int64" ->
          bothMatch("-?\\d{1,18}", value, constant)
              ? OptionalInt.of(Long.compare(Long.parseLong(value), Long.parseLong(constant)))
              : OptionalInt.empty();
      case "Version" ->
          bothMatch("\\d{1,9}(\\.\\d{1,9}){0,3}", value, constant)
              ? OptionalInt.of(Arrays.compare(version(value), version(constant)))
              : OptionalInt.empty();
      case "String" -> OptionalInt.of(value.compareTo(constant));
      default -> OptionalInt.empty();
    };
  }

  private static boolean bothMatch(String form, String value, String constant) {
    return value.matches(form) && constant.matches(form);
  }

  private static long[] version(String text) {
    return Arrays.copyOf(
        Arrays.stream(text.split("\\.", -1)).mapToLong(Long::parseLong).toArray(), 4);
  }
}

package dev.garrison.mecm.adminservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A {@code $filter} as {@code ODataFilter} writes it, evaluated: eq, ge, startswith, and, or,
 * parentheses. As the site's database does, texts are compared without case, and null is nothing.
 * Anything else is refused.
 */
final class RowFilter {
  private final String text;
  private int at;

  private RowFilter(String text) {
    this.text = text;
  }

  static Predicate<ObjectNode> of(String text) {
    RowFilter filter = new RowFilter(text);
    Predicate<ObjectNode> all = filter.alternatives();
    if (filter.at != text.length()) {
      throw filter.refused();
    }
    return all;
  }

  private Predicate<ObjectNode> alternatives() {
    Predicate<ObjectNode> any = both();
    while (taken(" or ")) {
      any = any.or(both());
    }
    return any;
  }

  private Predicate<ObjectNode> both() {
    Predicate<ObjectNode> all = condition();
    while (taken(" and ")) {
      all = all.and(condition());
    }
    return all;
  }

  private Predicate<ObjectNode> condition() {
    if (taken("(")) {
      Predicate<ObjectNode> inner = alternatives();
      require(")");
      return inner;
    }
    if (taken("startswith(")) {
      String property = name();
      require(",");
      String begin = literal().toLowerCase(Locale.ROOT);
      require(")");
      return row -> {
        JsonNode value = value(row, property);
        return value.isTextual() && value.textValue().toLowerCase(Locale.ROOT).startsWith(begin);
      };
    }
    String property = name();
    if (taken(" ge ")) {
      long least = Long.parseLong(word());
      return row -> value(row, property).isNumber() && value(row, property).longValue() >= least;
    }
    require(" eq ");
    if (text.startsWith("'", at)) {
      String wanted = literal();
      return row -> wanted.equalsIgnoreCase(value(row, property).textValue());
    }
    String wanted = word();
    return wanted.equals("true") || wanted.equals("false")
        ? row -> value(row, property).isBoolean() && value(row, property).asText().equals(wanted)
        : row ->
            value(row, property).isNumber()
                && value(row, property).longValue() == Long.parseLong(wanted);
  }

  /** Names count without regard to case. */
  static JsonNode value(ObjectNode row, String property) {
    return row.properties().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(property))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElseGet(() -> row.path("\u0000"));
  }

  private String name() {
    int from = at;
    while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || isLow())) {
      at++;
    }
    if (from == at) {
      throw refused();
    }
    return text.substring(from, at);
  }

  private boolean isLow() {
    return text.charAt(at) == '_';
  }

  private String word() {
    int from = at;
    while (at < text.length() && " )".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  private String literal() {
    require("'");
    StringBuilder value = new StringBuilder();
    while (true) {
      int quote = text.indexOf('\'', at);
      if (quote < 0) {
        throw refused();
      }
      value.append(text, at, quote);
      at = quote + 1;
      if (!taken("'")) {
        return value.toString();
      }
      value.append('\'');
    }
  }

  private boolean taken(String next) {
    boolean is = text.startsWith(next, at);
    if (is) {
      at += next.length();
    }
    return is;
  }

  private void require(String next) {
    if (!taken(next)) {
      throw refused();
    }
  }

  private IllegalStateException refused() {
    return new IllegalStateException(
        "the fake does not understand the filter at " + at + ": " + text);
  }
}

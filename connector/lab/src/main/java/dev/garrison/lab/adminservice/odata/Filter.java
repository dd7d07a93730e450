package dev.garrison.lab.adminservice.odata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A parsed {@code $filter}. Text comparison ignores case, as the site database's default collation
 * does (inferred). A null value matches only {@code eq null}, and {@code ne} with a literal that is
 * not null.
 */
public sealed interface Filter {
  /** Whether a row fits. */
  boolean matches(JsonNode row);

  /** Whether a row with these properties, and others that are not known yet, may fit. */
  default boolean mayMatch(JsonNode known) {
    return true;
  }

  /** Matches if both conditions match. */
  record And(Filter left, Filter right) implements Filter {
    @Override
    public boolean matches(JsonNode row) {
      return left.matches(row) && right.matches(row);
    }

    @Override
    public boolean mayMatch(JsonNode known) {
      return left.mayMatch(known) && right.mayMatch(known);
    }
  }

  /** Matches if at least one of the conditions matches. */
  record Or(Filter left, Filter right) implements Filter {
    @Override
    public boolean matches(JsonNode row) {
      return left.matches(row) || right.matches(row);
    }

    @Override
    public boolean mayMatch(JsonNode known) {
      return left.mayMatch(known) || right.mayMatch(known);
    }
  }

  /** Matches if the inner condition does not match. */
  record Not(Filter inner) implements Filter {
    @Override
    public boolean matches(JsonNode row) {
      return !inner.matches(row);
    }
  }

  /** Comparison of a property with a literal; null means the literal {@code null}. */
  record Compare(String property, Operator operator, @Nullable Comparable<?> literal)
      implements Filter {
    @Override
    public boolean matches(JsonNode row) {
      return operator.holds(row.path(property), literal);
    }

    @Override
    public boolean mayMatch(JsonNode known) {
      return !known.has(property) || matches(known);
    }
  }

  /** Text test of a property: contains, startswith, or endswith. */
  record Text(String property, TextTest test, String wanted) implements Filter {
    @Override
    public boolean matches(JsonNode row) {
      JsonNode value = row.path(property);
      return value.isTextual()
          && test.holds(
              value.textValue().toLowerCase(Locale.ROOT), wanted.toLowerCase(Locale.ROOT));
    }
  }

  /** Matches if an array has an element that fits. */
  record AnyOf(String property, Operator operator, @Nullable Comparable<?> literal)
      implements Filter {
    @Override
    public boolean matches(JsonNode row) {
      for (JsonNode element : row.path(property)) {
        if (operator.holds(element, literal)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Text tests of {@code $filter}. */
  enum TextTest {
    CONTAINS,
    STARTSWITH,
    ENDSWITH;

    boolean holds(String value, String wanted) {
      return switch (this) {
        case CONTAINS -> value.contains(wanted);
        case STARTSWITH -> value.startsWith(wanted);
        case ENDSWITH -> value.endsWith(wanted);
      };
    }
  }
}

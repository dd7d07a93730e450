package dev.garrison.lab.adminservice.odata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A parsed {@code $filter}. Text compares without regard to case, as the site database's default
 * collation does (inferred). Null matches nothing but {@code eq null}.
 */
public sealed interface Filter {
  /** Whether a row fits. */
  boolean matches(JsonNode row);

  /** Both. */
  record And(Filter left, Filter right) implements Filter {
    @Override
    public boolean matches(JsonNode row) {
      return left.matches(row) && right.matches(row);
    }
  }

  /** One of both. */
  record Or(Filter left, Filter right) implements Filter {
    @Override
    public boolean matches(JsonNode row) {
      return left.matches(row) || right.matches(row);
    }
  }

  /** The opposite. */
  record Not(Filter inner) implements Filter {
    @Override
    public boolean matches(JsonNode row) {
      return !inner.matches(row);
    }
  }

  /** A property against a literal; null is the literal {@code null}. */
  record Compare(String property, Operator operator, @Nullable Comparable<?> literal)
      implements Filter {
    @Override
    public boolean matches(JsonNode row) {
      return operator.holds(row.path(property), literal);
    }
  }

  /** contains, startswith, endswith. */
  record Text(String property, TextTest test, String wanted) implements Filter {
    @Override
    public boolean matches(JsonNode row) {
      JsonNode value = row.path(property);
      return value.isTextual()
          && test.holds(
              value.textValue().toLowerCase(Locale.ROOT), wanted.toLowerCase(Locale.ROOT));
    }
  }

  /** Whether an array holds an element that fits. */
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

  /** The tests of text. */
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

package dev.garrison.history.row;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;

/**
 * Condition that a column has any of these values; no row passes where there are none.
 *
 * @param values bound by the name of the column
 */
public record AnyOf(String column, Set<String> values) {
  public AnyOf {
    values = Set.copyOf(values);
  }

  /** The condition. */
  public String sql() {
    return switch (values.size()) {
      case 0 -> " and 1 = 0";
      case 1 -> " and %1$s = :%1$s".formatted(column);
      default -> " and %1$s in (<%1$s>)".formatted(column);
    };
  }

  /** Binds the values. */
  public void bind(Query query) {
    if (values.size() == 1) {
      query.bind(column, values.iterator().next());
    } else if (!values.isEmpty()) {
      query.bindList(column, List.copyOf(values));
    }
  }
}

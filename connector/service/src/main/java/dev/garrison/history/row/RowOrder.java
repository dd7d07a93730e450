package dev.garrison.history.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Order of the current states of servers, so that nothing is sorted.
 *
 * @param columns of an index after {@code until_time}
 */
public record RowOrder(List<String> columns, boolean isDescending) {
  public RowOrder {
    columns = List.copyOf(columns);
  }

  /**
   * Condition of the rows after one.
   *
   * @param values of the row before, by name in the condition
   */
  public record After(String sql, Map<String, Object> values) {
    /** Lets every row pass. */
    public static final After NONE = new After("", Map.of());

    public After {
      values = Map.copyOf(values);
    }
  }

  /** The columns to order by. */
  public String sql() {
    String direction = isDescending ? " desc" : "";
    return "until_time%s, %s%s"
        .formatted(direction, String.join(direction + ", ", columns), direction);
  }

  /**
   * Conditions of the rows after one. First come those that have its value in the first column,
   * then the others. Each is a range of the index, which one condition for both is not; the
   * database reads the rows with the first value again to pass over them, so the others are asked
   * for last.
   *
   * @param before value of the row before, by column
   */
  public List<After> after(Function<String, Object> before) {
    String first = columns.getFirst();
    String sign = isDescending ? "<" : ">";
    String rest = "";
    Map<String, Object> values = new HashMap<>();
    for (String column : columns.subList(1, columns.size()).reversed()) {
      values.put("after_" + column, before.apply(column));
      rest =
          rest.isEmpty()
              ? "%1$s %2$s :after_%1$s".formatted(column, sign)
              : "%1$s %2$s= :after_%1$s and (%1$s %2$s :after_%1$s or (%3$s))"
                  .formatted(column, sign, rest);
    }
    values.put("after_" + first, before.apply(first));
    return List.of(
        new After(" and %1$s = :after_%1$s and %2$s".formatted(first, rest), values),
        new After(
            " and %1$s %2$s :after_%1$s".formatted(first, sign),
            Map.of("after_" + first, before.apply(first))));
  }
}

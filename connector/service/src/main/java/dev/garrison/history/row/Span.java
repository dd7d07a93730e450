package dev.garrison.history.row;

import java.time.Instant;

/**
 * Times at one side of a limit, which is one of them.
 *
 * @param isLater whether they are those after the limit
 */
public record Span(boolean isLater, Instant limit) {
  /**
   * The condition after its column.
   *
   * @param name by which the limit is bound
   */
  public String sql(String name) {
    return (isLater ? " >= :" : " <= :") + name;
  }
}

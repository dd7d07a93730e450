package dev.garrison.server.page.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Course of a share over some days, in a drawing of 100 by 24.
 *
 * @param points of the line, as SVG reads them; empty where there is data of fewer than two days
 */
public record Line(String points) {
  private static final double WIDTH = 100.0;
  private static final double HEIGHT = 24.0;

  /** Margin that keeps the line off the edges. */
  private static final double EDGE = 2.0;

  /**
   * The line of these days.
   *
   * @param days the share of each in percent
   */
  public static Line of(SortedMap<LocalDate, Double> days, LocalDate first, LocalDate last) {
    if (days.size() < 2) {
      return new Line("");
    }
    double whole = Math.max(1, ChronoUnit.DAYS.between(first, last));
    return new Line(
        days.entrySet().stream()
            .map(day -> point(day, first, whole))
            .collect(Collectors.joining(" ")));
  }

  private static String point(Map.Entry<LocalDate, Double> day, LocalDate first, double whole) {
    double x = ChronoUnit.DAYS.between(first, day.getKey()) / whole * WIDTH;
    double y = HEIGHT - EDGE - day.getValue() / 100.0 * (HEIGHT - 2 * EDGE);
    return Svg.number(x) + "," + Svg.number(y);
  }
}

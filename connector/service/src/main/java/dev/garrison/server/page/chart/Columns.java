package dev.garrison.server.page.chart;

import static dev.garrison.server.page.frame.PageText.n;

import dev.garrison.server.page.frame.Moment;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A chart with one column for each day, of parts stacked on one another. A day without data is
 * empty.
 *
 * @param parts all parts of all columns
 * @param heights the marks of the scale
 * @param days the marks of the days
 */
public record Columns(List<Part> parts, List<Mark> heights, List<Mark> days) {
  /** The drawing's width. */
  public static final int WIDTH = 480;

  /** The drawing's height. */
  public static final int HEIGHT = 200;

  /** Space at the side for the numbers. */
  public static final int LEFT = 52;

  private static final int BOTTOM = 24;
  private static final int TOP = 10;
  private static final double COLUMN = 0.8;
  private static final int MOST_DAY_MARKS = 5;

  public Columns {
    parts = List.copyOf(parts);
    heights = List.copyOf(heights);
    days = List.copyOf(days);
  }

  /** A part of the column of a day. */
  public record Part(
      LocalDate day, String style, String x, String y, String width, String height) {}

  /** A mark of a scale. */
  public record Mark(String text, String at) {}

  /**
   * The columns of these days.
   *
   * @param days counts by name, in the order in which they are stacked
   * @param first the day at the left
   * @param last the day at the right
   */
  public static Columns of(
      SortedMap<LocalDate, Map<String, Integer>> days, LocalDate first, LocalDate last) {
    int tallest = days.values().stream().mapToInt(Columns::sum).max().orElse(0);
    int top = roundUp(tallest);
    long count = ChronoUnit.DAYS.between(first, last) + 1;
    double step = (double) (WIDTH - LEFT) / count;
    List<Part> parts = new ArrayList<>();
    days.forEach((day, counts) -> {
      long index = ChronoUnit.DAYS.between(first, day);
      if (index >= 0 && index < count) {
        column(
            parts, day, counts, LEFT + index * step + step * (1 - COLUMN) / 2, step * COLUMN, top);
      }
    });
    return new Columns(parts, heights(top), marks(first, count, step));
  }

  private static void column(
      List<Part> parts,
      LocalDate day,
      Map<String, Integer> counts,
      double x,
      double width,
      int top) {
    double floor = HEIGHT - BOTTOM;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (count.getValue() > 0) {
        double height = (double) count.getValue() / top * (HEIGHT - BOTTOM - TOP);
        floor -= height;
        parts.add(
            new Part(
                day,
                Bar.style(count.getKey()),
                Svg.number(x),
                Svg.number(floor),
                Svg.number(width),
                Svg.number(height)));
      }
    }
  }

  private static List<Mark> heights(int top) {
    List<Mark> marks = new ArrayList<>();
    for (int value : top % 2 == 0 ? new int[] {0, top / 2, top} : new int[] {0, top}) {
      double y = HEIGHT - BOTTOM - (double) value / top * (HEIGHT - BOTTOM - TOP);
      marks.add(new Mark(n(value), Svg.number(y)));
    }
    return marks;
  }

  private static List<Mark> marks(LocalDate first, long count, double step) {
    long every = Math.max(1, (count + MOST_DAY_MARKS - 1) / MOST_DAY_MARKS);
    List<Mark> marks = new ArrayList<>();
    for (long index = 0; index < count; index += every) {
      marks.add(
          new Mark(Moment.brief(first.plusDays(index)), Svg.number(LEFT + (index + 0.5) * step)));
    }
    return marks;
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Rounds up to a number that is easy to read. */
  static int roundUp(int value) {
    int size = 1;
    while (size * 10L <= value) {
      size *= 10;
    }
    for (int digit : new int[] {1, 2, 3, 4, 5, 6, 8, 10}) {
      if ((long) digit * size >= value) {
        return Math.max(1, digit * size);
      }
    }
    throw new IllegalStateException("no round number above " + value);
  }
}

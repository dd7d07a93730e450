package dev.garrison.server.page.chart;

/**
 * A part of a bar.
 *
 * @param style class for its color
 * @param title the count in words
 * @param link to what is counted
 * @param from left edge, in percent
 * @param width in percent
 */
public record Slice(String style, String title, String link, double from, double width) {
  /** The left edge in a drawing of width 100. */
  public String x() {
    return Svg.number(from);
  }

  /** The width in a drawing of width 100. */
  public String w() {
    return Svg.number(width);
  }
}

package dev.garrison.server.page.chart;

/**
 * A part of a bar.
 *
 * @param style the name of its colour
 * @param from where it begins, in percent
 * @param width in percent
 */
public record Slice(String style, String name, int count, double from, double width) {
  /** The place in a drawing that is 100 wide. */
  public String x() {
    return Svg.number(from);
  }

  /** The width in a drawing that is 100 wide. */
  public String w() {
    return Svg.number(width);
  }
}

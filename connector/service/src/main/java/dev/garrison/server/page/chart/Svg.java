package dev.garrison.server.page.chart;

import java.util.Locale;

/** Formats numbers for SVG. */
final class Svg {
  private Svg() {}

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}

package dev.garrison.engine.change;

import java.util.Locale;

/** Sizes for people, in the largest unit that leaves at least one: 512 B, 8.4 KB, 238 MB. */
public final class ByteCount {
  private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};
  private static final double STEP = 1000;
  private static final double ONE_DECIMAL = 9.95;
  private static final double ROUNDS_UP = 999.5;

  private ByteCount() {}

  /** The size with its unit. */
  public static String of(long bytes) {
    double number = bytes;
    int unit = 0;
    while (number >= ROUNDS_UP && unit < UNITS.length - 1) {
      number /= STEP;
      unit++;
    }
    String format = unit > 0 && number < ONE_DECIMAL ? "%.1f %s" : "%.0f %s";
    return String.format(Locale.ROOT, format, number, UNITS[unit]);
  }
}

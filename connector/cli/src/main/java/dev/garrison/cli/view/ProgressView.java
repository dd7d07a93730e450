package dev.garrison.cli.view;

import java.util.Locale;

/** A transfer on one line. */
public final class ProgressView {
  private static final int BAR = 24;
  private static final double MEGABYTE = 1e6;

  private ProgressView() {}

  /** The line, without a line end. */
  public static String line(String what, long done, long total) {
    int percent = total == 0 ? 100 : (int) (done * 100 / total);
    int filled = percent * BAR / 100;
    return String.format(
        Locale.ROOT,
        "  %s  [%s%s] %3d %%  %.1f of %.1f MB",
        what,
        "#".repeat(filled),
        "-".repeat(BAR - filled),
        percent,
        done / MEGABYTE,
        total / MEGABYTE);
  }
}

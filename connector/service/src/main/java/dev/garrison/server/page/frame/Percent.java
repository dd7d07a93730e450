package dev.garrison.server.page.frame;

/** Formats a share in percent, rounded down so that less than all is never shown as all. */
public final class Percent {
  private static final long ALL = 100;

  private Percent() {}

  /** The share of a part. */
  public static String of(int part, int whole) {
    if (part == 0 || whole == 0) {
      return "0 %";
    }
    long percent = part * ALL / whole;
    return percent == 0 ? "under 1 %" : percent + " %";
  }
}

package dev.garrison.server.page.frame;

/** A share as people read it: never rounded up to all, nor down to none. */
public final class Percent {
  private static final long ALL = 100;

  private Percent() {}

  /** The share of a part. */
  public static String of(int part, int whole) {
    if (whole == 0 || part == 0) {
      return "0 %";
    }
    long rounded = Math.round((double) part * ALL / whole);
    if (part < whole && rounded == ALL) {
      return "over 99 %";
    }
    return rounded == 0 ? "under 1 %" : rounded + " %";
  }
}

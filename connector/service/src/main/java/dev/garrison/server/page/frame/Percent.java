package dev.garrison.server.page.frame;

/** A share as people read it: cut, so that what is not all is never told as all. */
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

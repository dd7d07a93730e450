package dev.garrison.server.page.frame;

import static dev.garrison.server.page.frame.PageText.t;

/** Formats a share in percent, rounded down so that less than all is never shown as all. */
public final class Percent {
  private static final long ALL = 100;

  private Percent() {}

  /** The share of a part. */
  public static String of(int part, int whole) {
    if (part == 0 || whole == 0) {
      return t("page.percent.some", "percent", 0);
    }
    long percent = part * ALL / whole;
    return percent == 0 ? t("page.percent.under-one") : t("page.percent.some", "percent", percent);
  }
}

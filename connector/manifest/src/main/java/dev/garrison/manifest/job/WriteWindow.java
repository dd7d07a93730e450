package dev.garrison.manifest.job;

import java.time.LocalTime;

/**
 * The hours of a day in which a job may write; past midnight where it ends earlier than it begins.
 *
 * @param from the first minute
 * @param to the first minute after it
 */
public record WriteWindow(LocalTime from, LocalTime to) {
  public WriteWindow {
    if (from.equals(to)) {
      throw new IllegalArgumentException("a window of no time");
    }
  }

  /** Whether the time lies in it. */
  public boolean contains(LocalTime time) {
    boolean afterFrom = !time.isBefore(from);
    boolean beforeTo = time.isBefore(to);
    return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
  }

  @Override
  public String toString() {
    return from + "-" + to;
  }
}

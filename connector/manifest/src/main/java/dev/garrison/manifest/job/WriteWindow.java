package dev.garrison.manifest.job;

import java.time.LocalTime;

/**
 * Hours of a day in which a job may write; past midnight if they end earlier than they begin.
 *
 * @param from the first minute
 * @param to the first minute after the window
 */
public record WriteWindow(LocalTime from, LocalTime to) {
  public WriteWindow {
    if (from.equals(to)) {
      throw new IllegalArgumentException("a window of no time");
    }
  }

  /** Whether the time is in the window. */
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

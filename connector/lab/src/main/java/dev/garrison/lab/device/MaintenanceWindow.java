package dev.garrison.lab.device;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A maintenance window that recurs every day or every week.
 *
 * @param kind its purpose
 * @param start the time of day it opens, UTC
 * @param length how long it stays open; at most the time until it opens again
 * @param day the day of the week it opens; empty for every day
 */
public record MaintenanceWindow(
    Kind kind, LocalTime start, Duration length, Optional<DayOfWeek> day) {
  /**
   * Purpose of a maintenance window, with the numbers of ServiceWindowType.
   *
   * @see <a
   *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/servers/configure/sms_servicewindow-server-wmi-class">SMS_ServiceWindow</a>
   */
  public enum Kind {
    /** All purposes. */
    GENERAL(1),
    /** Software updates only. */
    UPDATES(4),
    /** Task sequences only. */
    TASKS(5);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /** Value of ServiceWindowType. */
    public int number() {
      return number;
    }
  }

  public MaintenanceWindow {
    Duration longest = day.isPresent() ? Duration.ofDays(7) : Duration.ofDays(1);
    if (length.compareTo(Duration.ofMinutes(1)) < 0 || length.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "a window lasts a minute to %s, not %s".formatted(longest, length));
    }
  }

  /** Whether it restricts the installation of applications. */
  public boolean isGeneral() {
    return kind == Kind.GENERAL;
  }

  /** First time from {@code time} on at which the needed time is left in a window. */
  public Instant next(Instant time, Duration needed) {
    ZonedDateTime opens = time.atZone(ZoneOffset.UTC).with(start).minus(period());
    if (day.isPresent()) {
      opens = opens.with(TemporalAdjusters.previousOrSame(day.get()));
    }
    while (opens.toInstant().plus(length).minus(needed).isBefore(time)) {
      opens = opens.plus(period());
    }
    return opens.toInstant().isBefore(time) ? time : opens.toInstant();
  }

  private Period period() {
    return day.isPresent() ? Period.ofWeeks(1) : Period.ofDays(1);
  }

  /** Whether a run of this length fits into the window. */
  public boolean fits(Duration needed) {
    return length.compareTo(needed) >= 0;
  }
}

package dev.garrison.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;

/**
 * Period of full days.
 *
 * @param from the first day
 * @param to the last day, which counts too
 * @param zone the time zone of the days
 */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {
  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a period ends after it began");
    }
  }

  /** The last quarter of the calendar that ended before this day. */
  public static Period lastQuarter(LocalDate today, ZoneId zone) {
    LocalDate next = today.with(IsoFields.DAY_OF_QUARTER, 1);
    return new Period(next.minusMonths(3), next.minusDays(1), zone);
  }

  /** Whether a moment is in the period. */
  public boolean contains(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, zone);
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** Whether an exception that is valid until the end of this day was valid in the period. */
  boolean reachedBy(LocalDate until) {
    return !until.isBefore(from);
  }
}

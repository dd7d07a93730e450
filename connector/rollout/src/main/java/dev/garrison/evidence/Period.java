package dev.garrison.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Whole days.
 *
 * @param from the first day
 * @param to the last day, which counts too
 * @param zone in which the days are meant
 */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {
  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a period ends after it began");
    }
  }

  /** Whether a moment lies in it. */
  public boolean contains(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, zone);
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** Whether something that holds until the end of this day held on some day of it. */
  boolean reachedBy(LocalDate until) {
    return !until.isBefore(from);
  }
}

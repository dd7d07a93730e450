package dev.garrison.manifest.value;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Deadline counted from the moment a ring opens.
 *
 * <p>Pure: the same opening always gives the same deadline.
 */
public sealed interface RelativeDeadline {
  /**
   * Wall-clock time of the deadline in a zone.
   *
   * <p>A deployment in client local time carries this time.
   */
  LocalDateTime localFrom(Instant opening, ZoneId zone);

  /**
   * Deadline as a point in time.
   *
   * <p>A wall-clock time that the change to daylight saving time skips is moved forward.
   */
  default Instant from(Instant opening, ZoneId zone) {
    return localFrom(opening, zone).atZone(zone).toInstant();
  }

  /**
   * Shortest time from opening to deadline, at any hour of opening, in a zone without clock change.
   */
  Duration shortest();

  /**
   * Whether the deadline can be less than 24 hours after the opening.
   *
   * @param clientLocalTime whether servers use their own clocks: then the servers whose day begins
   *     first, in UTC+14, are decisive
   */
  default boolean canBeShort(boolean clientLocalTime) {
    Duration earlier = clientLocalTime ? Duration.ofHours(14) : Duration.ZERO;
    return shortest().minus(earlier).compareTo(Duration.ofHours(24)) < 0;
  }

  /** Time of day, some days after the day of opening: {@code +3d 22:00}. */
  record OnDay(int days, LocalTime time) implements RelativeDeadline {
    private static final DateTimeFormatter HOURS_AND_MINUTES =
        DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    public OnDay {
      if (days < 0) {
        throw new IllegalArgumentException("a deadline cannot lie before its ring opens");
      }
    }

    @Override
    public LocalDateTime localFrom(Instant opening, ZoneId zone) {
      return opening.atZone(zone).toLocalDate().plusDays(days).atTime(time);
    }

    @Override
    public Duration shortest() {
      return Duration.ofDays(days - 1L).plusSeconds(time.toSecondOfDay());
    }

    @Override
    public String toString() {
      return "+" + days + "d " + HOURS_AND_MINUTES.format(time);
    }
  }

  /** Number of hours after the opening: {@code +36h}. */
  record AfterHours(int hours) implements RelativeDeadline {
    public AfterHours {
      if (hours < 1) {
        throw new IllegalArgumentException("a deadline lies at least an hour after the opening");
      }
    }

    @Override
    public Instant from(Instant opening, ZoneId zone) {
      return opening.plus(Duration.ofHours(hours));
    }

    @Override
    public LocalDateTime localFrom(Instant opening, ZoneId zone) {
      return from(opening, zone).atZone(zone).toLocalDateTime();
    }

    @Override
    public Duration shortest() {
      return Duration.ofHours(hours);
    }

    @Override
    public String toString() {
      return "+" + hours + "h";
    }
  }
}

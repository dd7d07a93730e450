package dev.garrison.recipe.ring;

import dev.garrison.manifest.Ring;
import dev.garrison.mecm.deployment.ApplicationDeployment.Schedule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Start and deadline of an opening ring's deployments, to the minute.
 *
 * @param asOf the time of the opening
 * @param zone the time zone for the opening's time of day
 */
public record RingSchedule(Ring ring, Instant asOf, ZoneId zone) {
  /** Time zone in which a day ends last. */
  static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

  /** Time at which the last server is due, in any time zone. */
  public Instant due() {
    Schedule schedule = schedule();
    return schedule.deadline().toInstant(ring.localTime() ? LAST_ZONE : ZoneOffset.UTC);
  }

  /** Start and deadline in the form that a deployment has. */
  public Schedule schedule() {
    Instant opening = asOf.truncatedTo(ChronoUnit.MINUTES);
    if (ring.localTime()) {
      return new Schedule(
          LocalDateTime.ofInstant(opening, zone), ring.deadline().localFrom(opening, zone), true);
    }
    return new Schedule(
        LocalDateTime.ofInstant(opening, ZoneOffset.UTC),
        LocalDateTime.ofInstant(ring.deadline().from(opening, zone), ZoneOffset.UTC),
        false);
  }
}

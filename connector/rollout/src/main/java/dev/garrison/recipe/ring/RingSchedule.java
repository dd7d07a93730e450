package dev.garrison.recipe.ring;

import dev.garrison.manifest.Ring;
import dev.garrison.mecm.deployment.ApplicationDeployment.Schedule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * When an opening ring's deployments begin and are due, to the minute.
 *
 * @param asOf the opening
 * @param zone in which the opening's time of day is meant
 */
public record RingSchedule(Ring ring, Instant asOf, ZoneId zone) {
  /** Where a day ends last. */
  private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

  /** When the last server is due, in whatever zone it is. */
  public Instant due() {
    Schedule schedule = schedule();
    return schedule.deadline().toInstant(ring.localTime() ? LAST_ZONE : ZoneOffset.UTC);
  }

  /** Both times, as a deployment has them. */
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

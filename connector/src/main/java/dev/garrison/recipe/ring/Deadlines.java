package dev.garrison.recipe.ring;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.ManifestResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The times of deployments that are to be made. Blackout days forbid deadlines inside them too:
 * Configuration Manager acts without us (F23).
 */
final class Deadlines {
  private static final Duration NOTICE = Duration.ofHours(24);
  private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

  private final ManifestResult read;
  private final RingSchedule schedule;

  Deadlines(ManifestResult read, RingSchedule schedule) {
    this.read = read;
    this.schedule = schedule;
  }

  /**
   * Until when deployments with these deadlines may still be made: a day before the deadline, so
   * that nobody is surprised by an installation (F11); with {@code shortDeadline} until the
   * deadline itself.
   */
  Instant validUntil() {
    Instant due = earliestDue();
    return schedule.ring().shortDeadline() ? due : due.minus(NOTICE);
  }

  /** A time by the clients' own clocks comes first where the day begins first. */
  private Instant earliestDue() {
    return schedule.schedule().clientLocalTime()
        ? schedule.schedule().deadline().toInstant(FIRST_ZONE)
        : schedule.schedule().deadline().toInstant(ZoneOffset.UTC);
  }

  List<Diagnostic> problems() {
    LocalDate day = schedule.schedule().deadline().toLocalDate();
    return read.manifest().blackedOut(day)
        ? List.of(
            Diagnostic.error(
                RingCode.DEADLINE_IN_BLACKOUT,
                read.where("blackout"),
                "Ring '%s' opened now would be due on %s, a blackout day."
                    .formatted(schedule.ring().name(), day),
                "Open it on another day, or choose another 'deadline'."))
        : List.of();
  }
}

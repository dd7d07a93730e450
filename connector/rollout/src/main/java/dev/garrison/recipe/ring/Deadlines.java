package dev.garrison.recipe.ring;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.ManifestResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The times of deployments that are to be made. Blackout days forbid deadlines inside them too:
 * Configuration Manager acts without us (F23).
 */
final class Deadlines {
  private static final Duration NOTICE = Duration.ofHours(24);

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
    Instant due = schedule.schedule().earliestDue();
    return schedule.ring().shortDeadline() ? due : due.minus(NOTICE);
  }

  List<Diagnostic> problems() {
    List<Diagnostic> problems = new ArrayList<>();
    LocalDate day = schedule.schedule().deadline().toLocalDate();
    if (read.manifest().blackedOut(day)) {
      problems.add(
          Diagnostic.error(
              RingCode.DEADLINE_IN_BLACKOUT,
              read.where("blackout"),
              "Ring '%s' opened now would be due on %s, a blackout day."
                  .formatted(schedule.ring().name(), day),
              "Open it on another day, or choose another 'deadline'."));
    }
    if (!schedule.asOf().isBefore(validUntil())) {
      problems.add(
          Diagnostic.error(
              RingCode.DEADLINE_TOO_SOON,
              read.where("rings"),
              "Ring '%s' opened now would be due at %s where it is due first, %s."
                  .formatted(
                      schedule.ring().name(),
                      schedule.schedule().earliestDue(),
                      schedule.ring().shortDeadline() ? "which is past" : "in less than 24 hours"),
              "Open it earlier in the day, or choose a later 'deadline'."));
    }
    return problems;
  }
}

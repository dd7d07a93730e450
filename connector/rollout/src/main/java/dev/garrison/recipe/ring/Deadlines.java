package dev.garrison.recipe.ring;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.manifest.ManifestResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Times of deployments that are to be created. Blackout days also forbid deadlines on these days,
 * because Configuration Manager acts without Garrison (F23).
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
   * Latest time to create deployments with these deadlines. This is a day before the deadline, so
   * that no installation comes as a surprise (F11); with {@code shortDeadline} it is the deadline
   * itself.
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
              Message.of("ring-deadline.blackout", "ring", schedule.ring().name(), "day", day)));
    }
    if (!schedule.asOf().isBefore(validUntil())) {
      problems.add(
          Diagnostic.error(
              RingCode.DEADLINE_TOO_SOON,
              read.where("rings"),
              Message.of(
                  schedule.ring().shortDeadline() ? "ring-deadline.past" : "ring-deadline.near",
                  "ring",
                  schedule.ring().name(),
                  "due",
                  schedule.schedule().earliestDue())));
    }
    return problems;
  }
}

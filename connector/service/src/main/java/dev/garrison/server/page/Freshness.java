package dev.garrison.server.page;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobSection;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.server.page.frame.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Age of the data on the pages, compared with the schedule of the job that reads it. */
final class Freshness {
  /** Time that a run may take, and wait for another one. */
  private static final Duration GRACE = Duration.ofHours(1);

  private Freshness() {}

  /** Warning about data that is older than its schedule; empty where it is current. */
  static Optional<String> warning(JobSchedule schedule, Moment moment) {
    return warning(
        schedule.history().pages().observed(),
        schedule.manifest().jobs().of(JobKind.STATUS),
        moment);
  }

  static Optional<String> warning(
      Optional<Instant> checked, Optional<JobSection> section, Moment moment) {
    if (checked.isEmpty()) {
      return Optional.of(t("page.frame.unchecked"));
    }
    Instant at = checked.get();
    boolean isStale =
        section
            .map(each -> each.rhythm().next(at, moment.zone()).plus(GRACE).isBefore(moment.now()))
            .orElseGet(() -> moment.isOld(at));
    return isStale ? Optional.of(t("page.frame.stale", "age", moment.age(at))) : Optional.empty();
  }
}

package dev.garrison.manifest.job;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Jobs that a manifest configures.
 *
 * @param zone the time zone of their schedules; empty: that of the computer
 * @param keepDays the number of days for which their history is kept
 * @param schedules at most one for each job
 */
public record JobsSection(Optional<ZoneId> zone, int keepDays, List<JobSection> schedules) {
  /** Number of days for which history is kept by default. */
  public static final int KEEP_DAYS = 400;

  /** No jobs. */
  public static final JobsSection NONE = new JobsSection(Optional.empty(), KEEP_DAYS, List.of());

  public JobsSection {
    schedules = List.copyOf(schedules);
  }

  /** Configuration of a job, if it has one. */
  public Optional<JobSection> of(JobKind kind) {
    return schedules.stream().filter(each -> each.kind() == kind).findFirst();
  }
}

package dev.garrison.manifest.job;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The jobs of a manifest.
 *
 * @param zone in which their times are meant; empty: that of the computer
 * @param keepDays how long their history is kept
 * @param schedules at most one for each job
 */
public record JobsSection(Optional<ZoneId> zone, int keepDays, List<JobSection> schedules) {
  /** How long history is kept unless the manifest says otherwise. */
  public static final int KEEP_DAYS = 400;

  /** No jobs. */
  public static final JobsSection NONE = new JobsSection(Optional.empty(), KEEP_DAYS, List.of());

  public JobsSection {
    schedules = List.copyOf(schedules);
  }

  /** The schedule of a job, where it has one. */
  public Optional<JobSection> of(JobKind kind) {
    return schedules.stream().filter(each -> each.kind() == kind).findFirst();
  }
}

package dev.garrison.job.work;

import dev.garrison.job.JobMode;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobSection;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * One run of a job.
 *
 * @param run its number in the history
 * @param zone in which the manifest means times of day
 * @param permission refuses once the run shall end
 */
record JobTask(
    JobKind kind, Manifest manifest, JobMode mode, long run, ZoneId zone, Runnable permission) {

  /** The kinds of change that it may make, if it may make any now. */
  Set<ChangeKind> allowed() {
    return section()
        .map(JobSection::autoApply)
        .filter(_ -> mode == JobMode.ENABLED)
        .orElse(Set.of());
  }

  /** Why nothing is written now; empty where it may be. */
  Optional<String> closed(Instant now) {
    ZonedDateTime time = now.atZone(zone);
    if (manifest.blackedOut(time.toLocalDate())) {
      return Optional.of(time.toLocalDate() + " is a blackout day");
    }
    return section()
        .flatMap(JobSection::window)
        .filter(window -> !window.contains(time.toLocalTime()))
        .map(window -> "it may write only from " + window.toString().replace("-", " to "));
  }

  private Optional<JobSection> section() {
    return manifest.jobs().of(kind);
  }
}

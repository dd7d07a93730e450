package dev.garrison.work;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.job.JobCode;
import dev.garrison.job.JobMode;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobSection;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One run of a job.
 *
 * @param run its number in the history
 * @param begun the mode in which it began
 * @param now the current mode of the job
 * @param zone of the times of day in the manifest
 * @param clock of the site
 * @param goingOn refuses once the service is to end
 */
record JobTask(
    JobKind kind,
    Manifest manifest,
    long run,
    JobMode begun,
    Supplier<JobMode> now,
    ZoneId zone,
    InstantSource clock,
    Runnable goingOn) {

  /** The kinds of change that the run may make, at times when it may make any. */
  Set<ChangeKind> allowed() {
    return section()
        .map(JobSection::autoApply)
        .filter(_ -> begun == JobMode.ENABLED)
        .orElse(Set.of());
  }

  /** Reason why the run may not write now; empty where it may. */
  Optional<Text> closed() {
    JobMode mode = now.get();
    if (mode != JobMode.ENABLED) {
      return Optional.of(
          mode == JobMode.PAUSED ? Text.of("job-hold.paused") : Text.of("job-hold.plan-only"));
    }
    ZonedDateTime time = clock.instant().atZone(zone);
    if (manifest.blackedOut(time.toLocalDate())) {
      return Optional.of(Text.of("job-hold.blackout", "day", time.toLocalDate()));
    }
    return section()
        .flatMap(JobSection::window)
        .filter(window -> !window.contains(time.toLocalTime()))
        .map(window -> Text.of("job-hold.window", "from", window.from(), "to", window.to()));
  }

  /**
   * Checks, before each write, that the run may write.
   *
   * @throws RefusalException where it may write nothing more
   */
  void requireOpen() {
    goingOn.run();
    closed()
        .ifPresent(why -> {
          throw new RefusalException(
              Diagnostic.error(JobCode.JOB_HELD, Message.of("job-run.held", "reason", why)));
        });
  }

  private Optional<JobSection> section() {
    return manifest.jobs().of(kind);
  }
}

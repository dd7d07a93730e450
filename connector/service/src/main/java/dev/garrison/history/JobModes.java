package dev.garrison.history;

import dev.garrison.diagnostic.Worded;
import dev.garrison.history.change.HistoryPart;
import dev.garrison.job.JobMode;
import dev.garrison.manifest.job.JobKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/** Modes of the jobs, as administrators set them; they are not part of the manifest. */
public final class JobModes {
  private final HistoryDatabase database;

  public JobModes(HistoryDatabase database) {
    this.database = database;
  }

  /** The mode of one job. */
  public JobMode of(JobKind job) {
    return all().getOrDefault(job, JobMode.PLAN_ONLY);
  }

  /** Modes of the jobs whose mode was set. */
  public Map<JobKind, JobMode> all() {
    Map<JobKind, JobMode> modes = new EnumMap<>(JobKind.class);
    database
        .with(handle ->
            handle
                .createQuery("select job, mode from job_mode")
                .map((rows, _) -> Map.entry(rows.getString("job"), rows.getString("mode")))
                .list())
        .forEach(row ->
            Worded.of(JobKind.class, row.getKey())
                .ifPresent(
                    kind -> modes.put(kind, Worded.required(JobMode.class, row.getValue()))));
    return modes;
  }

  /** Sets the mode of a job. */
  public void set(JobKind job, JobMode mode, Instant now, String who) {
    database.change(
        EnumSet.of(HistoryPart.RUNS),
        handle -> {
          handle
              .createUpdate("delete from job_mode where job = :job")
              .bind("job", job.word())
              .execute();
          return handle
              .createUpdate(
                  "insert into job_mode (job, mode, changed_at, changed_by) values (:job, :mode, :at, :who)")
              .bind("job", job.word())
              .bind("mode", mode.word())
              .bind("at", now)
              .bind("who", who)
              .execute();
        });
  }
}

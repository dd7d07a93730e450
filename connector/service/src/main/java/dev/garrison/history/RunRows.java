package dev.garrison.history;

import dev.garrison.diagnostic.Worded;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobRun;
import dev.garrison.json.Json;
import dev.garrison.manifest.job.JobKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads runs of jobs from rows. */
final class RunRows implements RowMapper<JobRun> {
  /** Beginning of each query whose rows it reads; {@code r} is the run, {@code p} its plan. */
  static final String SELECT =
      """
      select r.id, r.job, r.reason, r.started_by, r.mode, r.started, r.ended, r.outcome, r.soon, r.summary,
        r.detail, r.sightings, p.run is not null as pending
      from job_run r left join job_plan p on p.run = r.id
      """;

  private final Json json;

  RunRows(Json json) {
    this.json = json;
  }

  /** The findings of a run, from its column {@code detail}. */
  KeptRun kept(long run, String detail) {
    return KeptJson.required("What run %d found".formatted(run), () -> KeptRun.read(json, detail));
  }

  @Override
  public JobRun map(ResultSet rows, StatementContext context) throws SQLException {
    long run = rows.getLong("id");
    KeptRun kept = kept(run, rows.getString("detail"));
    return new JobRun(
        run,
        Worded.required(JobKind.class, rows.getString("job")),
        Worded.required(JobRun.Reason.class, rows.getString("reason")),
        rows.getString("started_by"),
        Worded.required(JobMode.class, rows.getString("mode")),
        Times.read(rows, "started"),
        Times.readable(rows, "ended"),
        Optional.ofNullable(rows.getString("outcome"))
            .map(word -> Worded.required(JobOutcome.class, word)),
        rows.getString("summary"),
        kept.found(),
        kept.journaled(),
        rows.getBoolean("pending"),
        rows.getBoolean("soon"),
        KeptSighting.read(json, run, rows.getString("sightings")),
        kept.started());
  }
}

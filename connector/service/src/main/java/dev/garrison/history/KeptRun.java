package dev.garrison.history;

import dev.garrison.diagnostic.Worded;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.JournalRun;
import dev.garrison.job.JobRun;
import dev.garrison.job.RunOrigin;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import dev.garrison.language.Text;
import dev.garrison.manifest.job.JobKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Parts of a run that have no column of their own.
 *
 * @param origin absent where nothing is recorded, and in rows of earlier versions
 */
record KeptRun(
    Optional<Integer> format,
    List<KeptFinding> findings,
    List<Journal> journals,
    @OmittedWhenEmpty Optional<RunOrigin> origin)
    implements JsonForm {
  private static final int FORMAT = 2;

  record Journal(String run, String head) implements JsonForm {}

  /** The value for a run that has begun. */
  static KeptRun begun(RunOrigin origin) {
    return of(List.of(), List.of(), origin);
  }

  static KeptRun of(List<Finding> findings, List<JournalRun> journals, RunOrigin origin) {
    return new KeptRun(
        Optional.of(FORMAT),
        findings.stream().map(KeptFinding::of).toList(),
        journals.stream().map(each -> new Journal(each.run(), each.head())).toList(),
        Optional.of(origin).filter(each -> !each.equals(RunOrigin.NONE)));
  }

  static KeptRun read(Json json, String text) {
    return KeptJson.read(json, json.parse(text), FORMAT, KeptRun.class, kept -> kept);
  }

  RunOrigin started() {
    return origin.orElse(RunOrigin.NONE);
  }

  List<Finding> found() {
    return findings.stream().map(KeptFinding::finding).toList();
  }

  List<JournalRun> journaled() {
    return journals.stream().map(each -> new JournalRun(each.run(), each.head())).toList();
  }

  /** Reads runs of jobs from rows. */
  static final class Rows implements RowMapper<JobRun> {
    /** Beginning of each query whose rows it reads; {@code r} is the run, {@code p} its plan. */
    static final String SELECT =
        """
        select r.id, r.job, r.reason, r.started_by, r.mode, r.started, r.ended, r.outcome, r.soon, r.summary,
          r.detail, r.sightings, p.run is not null as pending
        from job_run r left join job_plan p on p.run = r.id
        """;

    private final Json json;

    Rows(Json json) {
      this.json = json;
    }

    /** The findings of a run, from its column {@code detail}. */
    KeptRun kept(long run, String detail) {
      return KeptJson.required(
          Text.of("history.what-run", "run", String.valueOf(run)),
          () -> KeptRun.read(json, detail));
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
}

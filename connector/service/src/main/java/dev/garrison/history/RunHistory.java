package dev.garrison.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.diagnostic.Worded;
import dev.garrison.history.change.HistoryPart;
import dev.garrison.job.JobCode;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobRun;
import dev.garrison.job.RunOrigin;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.Recorded;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.state.StoredPlan;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The runs of jobs, and the plans that they left. */
public final class RunHistory {
  private static final int LONGEST_SUMMARY = 2000;

  private final HistoryDatabase database;
  private final Json json;
  private final KeptRun.Rows rows;

  public RunHistory(HistoryDatabase database, Json json) {
    this.database = database;
    this.json = json;
    this.rows = new KeptRun.Rows(json);
  }

  /**
   * Begins a run and returns its number.
   *
   * @param starter user, host, and process
   */
  public long begin(
      JobKind job, JobRun.Reason reason, String starter, JobMode mode, Instant started) {
    return begin(job, reason, starter, mode, started, RunOrigin.NONE);
  }

  /**
   * Begins a run and returns its number.
   *
   * @param starter user, host, and process
   * @param origin the decision or time that starts it
   */
  public long begin(
      JobKind job,
      JobRun.Reason reason,
      String starter,
      JobMode mode,
      Instant started,
      RunOrigin origin) {
    return database.change(
        EnumSet.of(HistoryPart.RUNS),
        handle ->
            handle
                .createUpdate(
                    """
                    insert into job_run (job, reason, started_by, mode, started, soon, summary, detail)
                    values (:job, :reason, :by, :mode, :started, false, '', :detail)
                    """)
                .bind("job", job.word())
                .bind("reason", reason.word())
                .bind("by", starter)
                .bind("mode", mode.word())
                .bind("started", started)
                .bind("detail", json.canonical(KeptRun.begun(origin)))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
  }

  /** Ends a run. A plan that it leaves replaces the plan that an earlier run left. */
  public void end(long run, JobKind job, JobReport report, Instant ended) {
    database.change(
        changed(job, report),
        handle -> {
          handle
              .createUpdate(
                  "update job_run set ended = :ended, outcome = :outcome, soon = :soon, summary = :summary, detail = :detail, sightings = :sightings where id = :run")
              .bind("ended", ended)
              .bind("outcome", report.outcome().word())
              .bind("soon", report.soon())
              .bind("summary", shortened(report.summary()))
              .bind(
                  "detail",
                  json.canonical(
                      KeptRun.of(report.findings(), report.journals(), origin(handle, run))))
              .bind("sightings", KeptSighting.text(json, report.sightings()))
              .bind("run", run)
              .execute();
          if (decidesAnew(report.outcome())) {
            handle
                .createUpdate(
                    "delete from job_plan where job = :job and run < :run and not exists (select 1 from job_run r where r.id = :run and r.reason = :order)")
                .bind("job", job.word())
                .bind("run", run)
                .bind("order", JobRun.Reason.ORDER.word())
                .execute();
          }
          report.plan().ifPresent(plan -> keep(handle, run, job, plan));
          return run;
        });
  }

  private static Set<HistoryPart> changed(JobKind job, JobReport report) {
    Set<HistoryPart> parts = EnumSet.of(HistoryPart.RUNS);
    if (job == JobKind.STATUS || !report.sightings().isEmpty()) {
      parts.add(HistoryPart.STATUS);
    }
    if (decidesAnew(report.outcome()) || report.plan().isPresent()) {
      parts.add(HistoryPart.PLANS);
    }
    return parts;
  }

  private RunOrigin origin(Handle handle, long run) {
    return handle
        .createQuery("select detail from job_run where id = :run")
        .bind("run", run)
        .mapTo(String.class)
        .findOne()
        .map(detail -> rows.kept(run, detail).started())
        .orElse(RunOrigin.NONE);
  }

  /** The jobs that have a plan waiting for approval. */
  public Set<JobKind> planning() {
    return Set.copyOf(
        database.with(handle ->
            handle
                .createQuery("select distinct job from job_plan")
                .map((rows, _) -> Worded.required(JobKind.class, rows.getString("job")))
                .list()));
  }

  /** The runs that left a plan waiting for approval, newest first. */
  public List<JobRun> planned() {
    return database.with(handle ->
        handle
            .createQuery(
                KeptRun.Rows.SELECT
                    + " where r.id in (select run from job_plan) order by r.id desc")
            .map(rows)
            .list());
  }

  /**
   * Whether a run's result replaces the plan of an earlier run. A run that could not read leaves
   * it.
   */
  private static boolean decidesAnew(JobOutcome outcome) {
    return switch (outcome) {
      case DONE, PENDING, WAITING, FINDINGS -> true;
      case BUSY, STOPPED, INTERRUPTED, FAILED -> false;
    };
  }

  private void keep(Handle handle, long run, JobKind job, StoredPlan plan) {
    handle
        .createUpdate("insert into job_plan (run, job, plan) values (:run, :job, :plan)")
        .bind("run", run)
        .bind("job", job.word())
        .bind("plan", json.canonical(plan.form()))
        .execute();
  }

  private static String shortened(String summary) {
    return summary.length() > LONGEST_SUMMARY ? summary.substring(0, LONGEST_SUMMARY) : summary;
  }

  /**
   * Ends the open runs of a process that has ended.
   *
   * @return number of runs that were ended
   */
  public int interrupt(Instant now) {
    return database.change(
        EnumSet.of(HistoryPart.RUNS),
        handle ->
            handle
                .createUpdate(
                    "update job_run set ended = :now, outcome = :outcome, summary = :summary where ended is null")
                .bind("now", now)
                .bind("outcome", JobOutcome.INTERRUPTED.word())
                .bind("summary", Text.of("job-summary.process-ended").toString())
                .execute());
  }

  /** The latest runs of a job itself, newest first, without approvals and orders. */
  public List<JobRun> latestOwn(JobKind job, int most) {
    return database.with(handle ->
        handle
            .createQuery(
                KeptRun.Rows.SELECT
                    + " where r.job = :job and r.reason in (:schedule, :command) order by r.id desc limit :most")
            .bind("job", job.word())
            .bind("schedule", JobRun.Reason.SCHEDULE.word())
            .bind("command", JobRun.Reason.COMMAND.word())
            .bind("most", most)
            .map(rows)
            .list());
  }

  /** The latest runs, newest first. */
  public List<JobRun> latest(Optional<JobKind> job, int most) {
    return latest(job, Long.MAX_VALUE, most);
  }

  /**
   * The latest runs before a given run, newest first.
   *
   * @param before the number of the given run
   */
  public List<JobRun> latest(Optional<JobKind> job, long before, int most) {
    return database.with(handle -> {
      Query query =
          handle.createQuery(
              KeptRun.Rows.SELECT
                  + " where r.id < :before"
                  + (job.isPresent() ? " and r.job = :job" : "")
                  + " order by r.id desc limit :most");
      job.ifPresent(kind -> query.bind("job", kind.word()));
      return query.bind("before", before).bind("most", most).map(rows).list();
    });
  }

  /** The run that took the place of the plan of an earlier one, by approval or by a new result. */
  public Optional<JobRun> successor(JobRun run) {
    return database.with(handle ->
        handle
            .createQuery(
                KeptRun.Rows.SELECT
                    + " where r.job = :job and r.id > :run and r.reason <> :order and r.outcome in (<decisive>) order by r.id limit 1")
            .bind("job", run.job().word())
            .bind("run", run.id())
            .bind("order", JobRun.Reason.ORDER.word())
            .bindList(
                "decisive",
                Stream.of(JobOutcome.values())
                    .filter(RunHistory::decidesAnew)
                    .map(JobOutcome::word)
                    .toList())
            .map(rows)
            .findOne());
  }

  /** Start of the last run of a job that read what it was to read; empty where there is none. */
  public Optional<Instant> completed(JobKind job) {
    return database.with(handle ->
        handle
            .createQuery(
                "select started from job_run where job = :job and outcome in (<outcomes>) and reason in (:schedule, :command) order by id desc limit 1")
            .bind("job", job.word())
            .bindList(
                "outcomes",
                Arrays.stream(JobOutcome.values())
                    .filter(RunHistory::decidesAnew)
                    .map(JobOutcome::word)
                    .toList())
            .bind("schedule", JobRun.Reason.SCHEDULE.word())
            .bind("command", JobRun.Reason.COMMAND.word())
            .map((row, _) -> Times.read(row, "started"))
            .findOne());
  }

  /** The runs among the latest 5000 that put objects in place, newest first. */
  public List<JobRun> changing(int most) {
    return database.with(handle ->
        handle
            .createQuery(
                KeptRun.Rows.SELECT
                    + " where r.id > (select max(id) - 5000 from job_run) and r.sightings like '%\"state\":\"placed\"%' order by r.id desc limit :most")
            .bind("most", most)
            .map(rows)
            .list());
  }

  /**
   * The runs among the latest 5000 that a person decided on, newest first. They have a change
   * number, a comment or a reason.
   */
  public List<JobRun> decided() {
    return database.with(handle ->
        handle
            .createQuery(
                KeptRun.Rows.SELECT
                    + " where r.id > (select max(id) - 5000 from job_run) and (r.detail like '%\"change\":%' or r.detail like '%\"comment\":%') order by r.id desc")
            .map(rows)
            .list());
  }

  /** The oldest ended run that was not yet checked for notifications. */
  public Optional<JobRun> untold() {
    return database.with(handle ->
        handle
            .createQuery(
                KeptRun.Rows.SELECT
                    + " where r.ended is not null and not exists (select 1 from notice_run n where n.run = r.id) order by r.ended, r.id limit 1")
            .map(rows)
            .findOne());
  }

  /**
   * One run.
   *
   * @throws RefusalException when there is none of this number
   */
  public JobRun get(long run) {
    return database
        .with(handle ->
            handle
                .createQuery(KeptRun.Rows.SELECT + " where r.id = :run")
                .bind("run", run)
                .map(rows)
                .findOne())
        .orElseThrow(() ->
            new RefusalException(
                Diagnostic.error(
                    JobCode.JOB_RUN_UNKNOWN,
                    Message.of("history.no-run", "run", String.valueOf(run)))));
  }

  /**
   * The plan that a run left.
   *
   * @throws RefusalException when it left none
   */
  public StoredPlan plan(long run) {
    get(run);
    return kept(run)
        .orElseThrow(() ->
            new RefusalException(
                Diagnostic.error(
                    JobCode.NO_PLAN_KEPT,
                    Message.of("history.no-plan", "run", String.valueOf(run)))));
  }

  /** The plan that a run left; empty where there is none, or it was stored by another version. */
  public Optional<StoredPlan> kept(long run) {
    return database
        .with(handle ->
            handle
                .createQuery("select plan from job_plan where run = :run")
                .bind("run", run)
                .mapTo(String.class)
                .findOne())
        .flatMap(this::read);
  }

  private Optional<StoredPlan> read(String text) {
    try {
      JsonNode tree = json.parse(text);
      Recorded<StoredPlan> plan = StoredPlan.read(json, tree);
      return plan.unknown().isEmpty() && StoredPlan.holds(tree)
          ? Optional.of(plan.value()).filter(each -> each.format().equals(StoredPlan.FORMAT))
          : Optional.empty();
    } catch (JsonException otherForm) {
      // Nobody can approve what is not understood; the job's next run makes another.
      return Optional.empty();
    }
  }

  /**
   * Deletes runs that began before a time.
   *
   * @return number of deleted runs
   */
  public int forget(Instant before) {
    return database.change(
        EnumSet.of(HistoryPart.RUNS, HistoryPart.PLANS),
        handle ->
            handle
                .createUpdate("delete from job_run where started < :before and ended is not null")
                .bind("before", before)
                .execute());
  }
}

package dev.garrison.cli.service;

import dev.garrison.cli.output.Columns;
import dev.garrison.history.StandingHistory.Count;
import dev.garrison.history.StandingHistory.Stay;
import dev.garrison.job.JobRun;

/** The columns of the CSV answers of {@code garrison job}. */
final class JobColumns {
  /** {@code garrison job list --csv}. */
  static final Columns<JobView.JobLine> JOBS =
      new Columns<JobView.JobLine>()
          .and("job", job -> job.kind().word())
          .and("mode", job -> job.mode().word())
          .and("schedule", job -> job.section().map(section -> section.rhythm().words()))
          .and("next", JobView.JobLine::next)
          .and("last run", job -> job.last().map(JobRun::id))
          .and("last started", job -> job.last().map(JobRun::started))
          .and("last outcome", job -> job.last().map(JobRun::outcomeWord))
          .and("last summary", job -> job.last().map(JobRun::summary));

  /** {@code garrison job server --csv}. */
  static final Columns<Stay> STAYS =
      new Columns<Stay>()
          .and("server", Stay::server)
          .and("ring", Stay::ring)
          .and("system", Stay::system)
          .and("state", Stay::state)
          .and("since", Stay::since)
          .and("until", Stay::until)
          .and("why", Stay::why);

  /** {@code garrison job history --csv}. */
  static final Columns<JobRun> RUNS =
      new Columns<JobRun>()
          .and("run", JobRun::id)
          .and("job", run -> run.job().word())
          .and("reason", run -> run.reason().word())
          .and("started by", JobRun::startedBy)
          .and("mode", run -> run.mode().word())
          .and("started", JobRun::started)
          .and("ended", JobRun::ended)
          .and("outcome", JobRun::outcomeWord)
          .and("summary", JobRun::summary);

  /** {@code garrison job counts --csv}. */
  static final Columns<Count> COUNTS =
      new Columns<Count>()
          .and("seen", Count::at)
          .and("ring", Count::ring)
          .and("system", Count::system)
          .and("state", Count::state)
          .and("servers", Count::servers);

  private JobColumns() {}
}

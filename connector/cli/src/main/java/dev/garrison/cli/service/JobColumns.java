package dev.garrison.cli.service;

import dev.garrison.cli.output.Columns;
import dev.garrison.history.StandingHistory.Count;
import dev.garrison.job.JobRun;

/** The columns of the CSV answers of {@code garrison job}. */
final class JobColumns {
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

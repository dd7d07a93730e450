package dev.garrison.cli.journal;

import dev.garrison.cli.output.Columns;
import dev.garrison.state.Run;

/** The columns of the CSV answers of {@code garrison journal show}. */
final class JournalColumns {
  /** {@code garrison journal show --csv}. */
  static final Columns<ShownRun> RUNS =
      new Columns<ShownRun>()
          .and("site", ShownRun::site)
          .and("run", ShownRun::name)
          .and("started", run -> run.run().map(Run::at))
          .and("person", run -> run.run().map(Run::osUser))
          .and("computer", run -> run.run().map(Run::host))
          .and("account", run -> run.run().map(Run::identity))
          .and("manifest", run -> run.run().map(Run::manifest))
          .and("plan", run -> run.run().map(Run::planDigest))
          .and("change", run -> run.run().flatMap(Run::changeId))
          .and("run ended", run -> run.end().isPresent() ? "yes" : "no")
          .and("done", run -> run.end().map(end -> end.done()))
          .and("failed", run -> run.end().map(end -> end.failed()))
          .and("waiting", run -> run.end().map(end -> end.waiting()))
          .and("unknown", ShownRun::unknown);

  /** {@code garrison journal show RUN --csv}. */
  static final Columns<ShownRun.Write> WRITES =
      new Columns<ShownRun.Write>()
          .and("object", ShownRun.Write::object)
          .and("action", ShownRun.Write::action)
          .and("result", ShownRun.Write::result)
          .and("detail", ShownRun.Write::detail);

  private JournalColumns() {}
}

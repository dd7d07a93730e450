package dev.garrison.cli.share;

import dev.garrison.cli.output.Columns;
import dev.garrison.diagnostic.DiagnosticCode;
import dev.garrison.share.access.Finding;

/** The rows of {@code garrison share check --csv}. */
final class ShareColumns {
  static final Columns<Finding> ALL =
      new Columns<Finding>()
          .and("verdict", finding -> finding.verdict().word())
          .and("subject", Finding::subject)
          .and("text", Finding::text)
          .and("code", finding -> finding.code().map(DiagnosticCode::label));

  private ShareColumns() {}
}

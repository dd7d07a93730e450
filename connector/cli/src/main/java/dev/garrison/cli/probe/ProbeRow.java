package dev.garrison.cli.probe;

import dev.garrison.cli.output.Columns;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.probe.outcome.ProbeLine;
import dev.garrison.probe.outcome.ProbeResult;
import dev.garrison.probe.outcome.ProbeSection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One row of {@code garrison probe --csv} and {@code garrison wsus probe --csv}: one check. */
record ProbeRow(ProbeSection section, ProbeLine line) {
  /** The columns. */
  static final Columns<ProbeRow> COLUMNS =
      new Columns<ProbeRow>()
          .and("section", row -> row.section.title())
          .and("subject", row -> row.section.subject())
          .and("check", row -> row.line.check())
          .and("result", row -> row.line.outcome().word())
          .and("text", row -> row.line.outcome().text())
          .and("code", row -> row.each(finding -> finding.code().label()))
          .and("problem", row -> row.each(Diagnostic::problem))
          .and("remedy", row -> row.each(Diagnostic::remedy));

  static List<ProbeRow> of(ProbeResult result) {
    return result.sections().stream()
        .flatMap(section -> section.lines().stream().map(line -> new ProbeRow(section, line)))
        .toList();
  }

  private String each(Function<Diagnostic, String> part) {
    return line.outcome().problems().stream().map(part).collect(Collectors.joining("; "));
  }
}

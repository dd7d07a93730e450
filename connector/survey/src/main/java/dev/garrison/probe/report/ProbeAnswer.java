package dev.garrison.probe.report;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeLine;
import dev.garrison.probe.outcome.ProbeResult;
import dev.garrison.probe.outcome.ProbeSection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Result of a probe as JSON.
 *
 * @param garrison the version of Garrison
 * @param failed number of failed checks; likewise {@code warnings} and {@code notChecked}
 * @param redacted true where names are replaced
 */
record ProbeAnswer(
    String format,
    String garrison,
    String java,
    String os,
    Instant at,
    String manifest,
    String site,
    long failed,
    long warnings,
    long notChecked,
    List<Section> sections,
    @OmittedWhenEmpty Optional<Boolean> redacted)
    implements JsonForm {
  private static final String FORMAT = "garrison.probe/1";

  record Section(String title, String subject, List<Check> checks) implements JsonForm {
    private static Section of(ProbeSection section, UnaryOperator<String> words) {
      return new Section(
          section.title(),
          words.apply(section.subject()),
          section.lines().stream().map(line -> Check.of(line, words)).toList());
    }
  }

  /**
   * One check.
   *
   * @param result ok, skipped, warning or failed
   * @param lines further lines, where it failed
   */
  record Check(String check, String result, String text, List<String> lines, List<Finding> findings)
      implements JsonForm {
    private static Check of(ProbeLine line, UnaryOperator<String> words) {
      List<String> lines =
          line.outcome() instanceof Outcome.Failed failed ? failed.lines() : List.of();
      return new Check(
          line.check(),
          line.outcome().word(),
          words.apply(line.outcome().text().toString()),
          lines.stream().map(words).toList(),
          line.outcome().problems().stream().map(each -> Finding.of(each, words)).toList());
    }
  }

  record Finding(String code, String name, String severity, String problem, String remedy)
      implements JsonForm {
    private static Finding of(Diagnostic finding, UnaryOperator<String> words) {
      return new Finding(
          finding.code().label(),
          finding.code().name(),
          finding.severity().word(),
          words.apply(finding.problem()),
          words.apply(finding.remedy()));
    }
  }

  /**
   * Creates the answer of this version of Garrison.
   *
   * @param words converts texts that may contain names
   */
  static ProbeAnswer of(
      ProbeResult result, String version, UnaryOperator<String> words, Optional<Boolean> redacted) {
    return new ProbeAnswer(
        FORMAT,
        version,
        System.getProperty("java.version", "unknown"),
        System.getProperty("os.name", "unknown"),
        result.at(),
        words.apply(result.manifest()),
        words.apply(result.site()),
        result.failed(),
        result.warned(),
        result.skipped(),
        result.sections().stream().map(section -> Section.of(section, words)).toList(),
        redacted);
  }
}

package dev.garrison.cli.packages;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.JsonForm;

/** What is wrong with a file, and what to do, as a part of answers to programs. */
record FindingAnswer(String code, String name, String severity, String message)
    implements JsonForm {
  static FindingAnswer of(Diagnostic finding) {
    return new FindingAnswer(
        finding.code().label(),
        finding.code().name(),
        finding.severity().word(),
        finding.problem() + " " + finding.remedy());
  }
}

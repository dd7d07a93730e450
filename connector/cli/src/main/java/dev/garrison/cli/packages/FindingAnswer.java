package dev.garrison.cli.packages;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.JsonForm;

/** Problem of a file and its remedy, as a part of JSON answers. */
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

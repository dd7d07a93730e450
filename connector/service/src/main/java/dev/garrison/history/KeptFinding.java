package dev.garrison.history;

import dev.garrison.job.JobReport.Finding;
import dev.garrison.json.JsonForm;

/** A finding as rows of the history hold it. */
record KeptFinding(String code, String severity, String problem, String remedy)
    implements JsonForm {
  static KeptFinding of(Finding finding) {
    return new KeptFinding(finding.code(), finding.severity(), finding.problem(), finding.remedy());
  }

  Finding finding() {
    return new Finding(code, severity, problem, remedy);
  }
}

package dev.garrison.history;

import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.JournalRun;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import java.util.List;
import java.util.Optional;

/** Parts of a run that have no column of their own. */
record KeptRun(Optional<Integer> format, List<KeptFinding> findings, List<Journal> journals)
    implements JsonForm {
  private static final int FORMAT = 2;

  /** The value for a run that has begun. */
  static final KeptRun BEGUN = of(List.of(), List.of());

  record Journal(String run, String head) implements JsonForm {}

  static KeptRun of(List<Finding> findings, List<JournalRun> journals) {
    return new KeptRun(
        Optional.of(FORMAT),
        findings.stream().map(KeptFinding::of).toList(),
        journals.stream().map(each -> new Journal(each.run(), each.head())).toList());
  }

  static KeptRun read(Json json, String text) {
    return KeptJson.read(json, json.parse(text), FORMAT, KeptRun.class, kept -> kept);
  }

  List<Finding> found() {
    return findings.stream().map(KeptFinding::finding).toList();
  }

  List<JournalRun> journaled() {
    return journals.stream().map(each -> new JournalRun(each.run(), each.head())).toList();
  }
}

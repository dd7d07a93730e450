package dev.garrison.history;

import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.JournalRun;
import dev.garrison.job.RunOrigin;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import java.util.List;
import java.util.Optional;

/**
 * Parts of a run that have no column of their own.
 *
 * @param origin absent where nothing is recorded, and in rows of earlier versions
 */
record KeptRun(
    Optional<Integer> format,
    List<KeptFinding> findings,
    List<Journal> journals,
    @OmittedWhenEmpty Optional<RunOrigin> origin)
    implements JsonForm {
  private static final int FORMAT = 2;

  record Journal(String run, String head) implements JsonForm {}

  /** The value for a run that has begun. */
  static KeptRun begun(RunOrigin origin) {
    return of(List.of(), List.of(), origin);
  }

  static KeptRun of(List<Finding> findings, List<JournalRun> journals, RunOrigin origin) {
    return new KeptRun(
        Optional.of(FORMAT),
        findings.stream().map(KeptFinding::of).toList(),
        journals.stream().map(each -> new Journal(each.run(), each.head())).toList(),
        Optional.of(origin).filter(each -> !each.equals(RunOrigin.NONE)));
  }

  static KeptRun read(Json json, String text) {
    return KeptJson.read(json, json.parse(text), FORMAT, KeptRun.class, kept -> kept);
  }

  RunOrigin started() {
    return origin.orElse(RunOrigin.NONE);
  }

  List<Finding> found() {
    return findings.stream().map(KeptFinding::finding).toList();
  }

  List<JournalRun> journaled() {
    return journals.stream().map(each -> new JournalRun(each.run(), each.head())).toList();
  }
}

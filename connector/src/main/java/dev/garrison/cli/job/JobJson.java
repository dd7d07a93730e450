package dev.garrison.cli.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.job.JobRun;
import dev.garrison.json.Json;
import java.util.List;

/** Jobs as programs read them. */
final class JobJson {
  private static final String JOBS = "garrison-jobs/1";
  private static final String RUNS = "garrison-job-runs/1";

  private final Json json = new Json();

  String list(String manifest, List<JobView.JobLine> jobs) {
    ObjectNode root = json.object().put("format", JOBS).put("manifest", manifest);
    ArrayNode list = root.putArray("jobs");
    for (JobView.JobLine job : jobs) {
      ObjectNode node =
          list.addObject().put("job", job.kind().word()).put("mode", job.mode().word());
      job.rhythm().ifPresent(rhythm -> node.put("schedule", rhythm));
      job.next().ifPresent(next -> node.put("next", next.toString()));
      job.last().ifPresent(last -> node.set("last", run(last)));
    }
    return json.pretty(root);
  }

  String history(List<JobRun> runs) {
    ObjectNode root = json.object().put("format", RUNS);
    ArrayNode list = root.putArray("runs");
    runs.forEach(run -> list.add(run(run)));
    return json.pretty(root);
  }

  ObjectNode run(JobRun run) {
    ObjectNode node =
        json.object()
            .put("run", run.id())
            .put("job", run.job().word())
            .put("reason", run.reason().word())
            .put("startedBy", run.startedBy())
            .put("mode", run.mode().word())
            .put("started", run.started().toString())
            .put("outcome", run.outcome().map(outcome -> outcome.word()).orElse("running"))
            .put("summary", run.summary())
            .put("planKept", run.planKept());
    run.ended().ifPresent(ended -> node.put("ended", ended.toString()));
    ArrayNode findings = node.putArray("findings");
    run.findings().forEach(finding -> findings.add(json.tree(finding)));
    ArrayNode journals = node.putArray("journals");
    run.journals().forEach(journal -> journals.add(json.tree(journal)));
    return node;
  }
}

package dev.garrison.cli.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.history.Outbox;
import dev.garrison.history.StandingHistory.Count;
import dev.garrison.history.StandingHistory.Stay;
import dev.garrison.job.JobRun;
import dev.garrison.json.Json;
import dev.garrison.manifest.job.CronExpression;
import dev.garrison.manifest.job.JobSection;
import dev.garrison.manifest.job.Rhythm;
import java.time.Duration;
import java.util.List;

/** Jobs as programs read them. */
final class JobJson {
  private static final String JOBS = "garrison-jobs/1";
  private static final String RUN = "garrison-job-run/1";
  private static final String COUNTS = "garrison-server-counts/1";
  private static final String STAYS = "garrison-server-history/1";
  private static final String RUNS = "garrison-job-runs/1";

  private final Json json = new Json();

  String list(String manifest, List<JobView.JobLine> jobs, List<Outbox.Tally> amiss) {
    ObjectNode root = json.object().put("format", JOBS).put("manifest", manifest);
    ArrayNode list = root.putArray("jobs");
    for (JobView.JobLine job : jobs) {
      ObjectNode node =
          list.addObject().put("job", job.kind().word()).put("mode", job.mode().word());
      job.section().ifPresent(section -> schedule(node, section));
      job.next().ifPresent(next -> node.put("next", next.toString()));
      job.last().ifPresent(last -> node.set("last", kept(last)));
    }
    ArrayNode webhooks = root.putArray("webhooksAmiss");
    amiss.forEach(tally -> webhooks.add(json.tree(tally)));
    return json.pretty(root);
  }

  String history(List<JobRun> runs) {
    ObjectNode root = json.object().put("format", RUNS);
    ArrayNode list = root.putArray("runs");
    runs.forEach(run -> list.add(kept(run)));
    return json.pretty(root);
  }

  private static void schedule(ObjectNode node, JobSection section) {
    node.put("schedule", section.rhythm().words());
    switch (section.rhythm()) {
      case Rhythm.At(CronExpression cron) -> node.put("cron", cron.toString());
      case Rhythm.Every(Duration interval) -> node.put("every", interval.toString());
    }
    ArrayNode autoApply = node.putArray("autoApply");
    section.autoApply().forEach(kind -> autoApply.add(kind.word()));
    section.window().ifPresent(window -> node.put("window", window.toString()));
  }

  String run(JobRun run) {
    ObjectNode root = json.object().put("format", RUN);
    root.setAll(kept(run));
    return json.pretty(root);
  }

  String stays(List<Stay> stays) {
    ObjectNode root = json.object().put("format", STAYS);
    ArrayNode list = root.putArray("states");
    for (Stay stay : stays) {
      ObjectNode node =
          list.addObject()
              .put("server", stay.server())
              .put("ring", stay.ring())
              .put("system", stay.system())
              .put("state", stay.state())
              .put("since", stay.since().toString());
      stay.until().ifPresent(until -> node.put("until", until.toString()));
    }
    return json.pretty(root);
  }

  String counts(List<Count> counts) {
    ObjectNode root = json.object().put("format", COUNTS);
    ArrayNode list = root.putArray("counts");
    for (Count count : counts) {
      list.addObject()
          .put("at", count.at().toString())
          .put("ring", count.ring())
          .put("system", count.system())
          .put("state", count.state())
          .put("servers", count.servers());
    }
    return json.pretty(root);
  }

  private ObjectNode kept(JobRun run) {
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
            .put("planKept", run.planKept())
            .put("soon", run.soon());
    run.ended().ifPresent(ended -> node.put("ended", ended.toString()));
    ArrayNode findings = node.putArray("findings");
    run.findings().forEach(finding -> findings.add(json.tree(finding)));
    ArrayNode journals = node.putArray("journals");
    run.journals().forEach(journal -> journals.add(json.tree(journal)));
    return node;
  }
}

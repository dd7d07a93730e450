package dev.garrison.cli.wsus;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.Json;
import dev.garrison.wsus.sync.PlannedSync;
import dev.garrison.wsus.sync.SyncDecision;
import dev.garrison.wsus.sync.SyncOutcome;
import java.time.Instant;
import java.util.List;

/** Synchronisations, for programs. Keys are only ever added. */
final class SyncJson {
  private static final String FORMAT = "garrison.wsus-sync/1";

  private final Json json = new Json();
  private final String manifest;
  private final Instant at;

  /**
   * @param manifest its name
   * @param at when the plan was made
   */
  SyncJson(String manifest, Instant at) {
    this.manifest = manifest;
    this.at = at;
  }

  /** What would be done. */
  String plan(List<PlannedSync> plan) {
    ObjectNode root = root();
    ArrayNode servers = root.putArray("servers");
    plan.forEach(each -> servers.add(server(each)));
    return json.pretty(root);
  }

  /** What came of it. */
  String ended(List<PlannedSync> plan, List<SyncOutcome> outcomes) {
    ObjectNode root = root();
    ArrayNode servers = root.putArray("servers");
    for (int i = 0; i < plan.size(); i++) {
      ObjectNode server = server(plan.get(i));
      outcome(server, outcomes.get(i));
      failures(server, outcomes.get(i).problems(plan.get(i).server()));
      servers.add(server);
    }
    return json.pretty(root);
  }

  private ObjectNode root() {
    ObjectNode root = json.object();
    root.put("format", FORMAT);
    root.put("manifest", manifest);
    root.put("at", at.toString());
    return root;
  }

  private ObjectNode server(PlannedSync planned) {
    ObjectNode object = json.object();
    object.put("server", planned.server().name());
    object.put("owner", planned.server().owner().word());
    planned
        .upstream()
        .ifPresentOrElse(
            above -> object.put("upstream", above.name()), () -> object.putNull("upstream"));
    planned
        .last()
        .ifPresentOrElse(
            last -> object.put("synchronised", last.toString()),
            () -> object.putNull("synchronised"));
    switch (planned.decision()) {
      case SyncDecision.Start _ -> object.put("decision", "start");
      case SyncDecision.Join _ -> object.put("decision", "wait");
      case SyncDecision.Fresh _ -> object.put("decision", "recent");
      case SyncDecision.LeftToOwner _ -> object.put("decision", "left-to-mecm");
      case SyncDecision.Refused(List<Diagnostic> why) -> {
        object.put("decision", "refused");
        failures(object, why);
      }
    }
    return object;
  }

  private static void outcome(ObjectNode object, SyncOutcome outcome) {
    object.put(
        "outcome",
        switch (outcome) {
          case SyncOutcome.Succeeded(Instant end) -> {
            object.put("ended", end.toString());
            yield "succeeded";
          }
          case SyncOutcome.NotNeeded _ -> "not-needed";
          case SyncOutcome.Failed _ -> "failed";
          case SyncOutcome.Cancelled _ -> "cancelled";
          case SyncOutcome.Running _ -> "running";
          case SyncOutcome.Unknown _ -> "unknown";
          case SyncOutcome.Waits _ -> "waits";
          case SyncOutcome.HeldBack _ -> "not-started";
          case SyncOutcome.Refused _ -> "refused";
        });
  }

  private void failures(ObjectNode object, List<Diagnostic> problems) {
    ArrayNode failures = object.putArray("failures");
    problems.forEach(each -> failures.add(WsusStatusJson.failure(json, each)));
  }
}

package dev.garrison.cli.readiness;

import dev.garrison.cli.fleet.LiveWords;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.readiness.Finding;
import dev.garrison.fleet.readiness.Readiness;
import dev.garrison.fleet.readiness.Readiness.State;
import dev.garrison.fleet.readiness.ReadinessTally;
import dev.garrison.fleet.readiness.ServerFacts;
import dev.garrison.fleet.standing.ReadinessStanding;
import dev.garrison.json.Json;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which servers are ready, for scripts: one document, with a line for each server. */
final class ReadinessJson {
  private static final String FORMAT = "garrison.prerequisites/1";

  private final ReadinessStanding standing;
  private final Json json;

  ReadinessJson(ReadinessStanding standing, Json json) {
    this.standing = standing;
    this.json = json;
  }

  void print(PrintWriter out, JudgedReadiness servers, ReadinessTally tally) {
    String head = json.canonical(head(tally));
    out.print(head.substring(0, head.length() - 1));
    out.print(",\"servers\":[");
    String[] before = {"\n"};
    servers.each((server, facts, readiness) -> {
      out.print(before[0]);
      out.print(json.canonical(line(server, facts, readiness)));
      before[0] = ",\n";
    });
    out.print("\n]}\n");
  }

  private Map<String, Object> head(ReadinessTally tally) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("format", FORMAT);
    head.put("manifest", standing.fleet().manifest());
    head.put("site", standing.fleet().site());
    head.put("asOf", standing.fleet().asOf());
    head.put("route", standing.route());
    head.put("notes", standing.fleet().notes());
    head.put("notVisible", standing.unseen());
    head.put("live", standing.fleet().live().map(LiveWords::fields));
    head.put("rings", tally.rings().stream().map(ring -> ring(ring, tally)).toList());
    return head;
  }

  private static Map<String, Object> ring(String ring, ReadinessTally tally) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("ring", ring);
    line.put("servers", tally.of(ring));
    for (State state : State.values()) {
      line.put(state.word(), tally.of(ring, state));
    }
    return line;
  }

  private static Map<String, Object> line(Server server, ServerFacts facts, Readiness readiness) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("name", server.name());
    line.put("resourceId", server.id());
    line.put("ring", server.ring());
    line.put("state", readiness.state().word());
    line.put("findings", readiness.findings().stream().map(ReadinessJson::finding).toList());
    line.put("operatingSystem", server.system());
    line.put("client", server.presence());
    line.put("sensor", server.sensor());
    line.put("facts", FactWords.of(facts));
    line.put("askedLive", server.asked());
    line.put("live", server.live().map(LiveWords::fields));
    return line;
  }

  private static Map<String, Object> finding(Finding finding) {
    return Map.of(
        "what", finding.what().word(),
        "level", finding.level().word(),
        "why", finding.why(),
        "remedy", finding.remedy());
  }
}

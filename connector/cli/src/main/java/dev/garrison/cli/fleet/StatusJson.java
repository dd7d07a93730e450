package dev.garrison.cli.fleet;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.Tally;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.json.Json;
import dev.garrison.ring.RingReport;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where servers stand, for scripts: one document, with a line for each server, written as it is
 * made.
 */
final class StatusJson {
  private static final String FORMAT = "garrison.status/1";

  private final FleetStanding standing;
  private final Json json;

  StatusJson(FleetStanding standing, Json json) {
    this.standing = standing;
    this.json = json;
  }

  void print(PrintWriter out, JudgedServers servers, Tally tally) {
    String head = json.canonical(head(tally));
    out.print(head.substring(0, head.length() - 1));
    out.print(",\"servers\":[");
    String[] before = {"\n"};
    servers.each((server, verdict) -> {
      out.print(before[0]);
      out.print(json.canonical(line(server, verdict)));
      before[0] = ",\n";
    });
    out.print("\n]}\n");
  }

  private Map<String, Object> head(Tally tally) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("format", FORMAT);
    head.put("manifest", standing.manifest());
    head.put("site", standing.site());
    head.put("asOf", standing.asOf());
    head.put("notes", standing.notes());
    head.put("live", standing.live().map(LiveWords::fields));
    List<Map<String, Object>> rings =
        standing.rings().stream()
            .filter(ring -> tally.rings().contains(ring.ring()))
            .map(ring -> ring(ring, tally))
            .toList();
    head.put("rings", rings);
    return head;
  }

  private static Map<String, Object> ring(RingReport report, Tally tally) {
    Map<String, Integer> states = new TreeMap<>();
    tally.states(report.ring()).forEach((state, count) -> states.put(state.word(), count));
    Map<String, Object> ring = new LinkedHashMap<>();
    ring.put("ring", report.ring());
    ring.put("state", report.state().word());
    ring.put("reason", report.reason());
    ring.put("servers", tally.of(report.ring()));
    ring.put("states", states);
    return ring;
  }

  private static Map<String, Object> line(Server server, Verdict verdict) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("name", server.name());
    line.put("resourceId", server.id());
    line.put("ring", server.ring());
    line.put("state", verdict.state().word());
    line.put("why", verdict.why());
    line.put("remedy", verdict.remedy());
    line.put("disagreement", verdict.disagreement());
    line.put("operatingSystem", server.system());
    line.put("client", server.presence());
    line.put("onboarding", server.onboarding());
    line.put("antivirusMode", server.mode());
    line.put("settings", server.settings());
    line.put("sensor", server.sensor());
    line.put("askedLive", server.asked());
    line.put("live", server.live().map(LiveWords::fields));
    return line;
  }
}

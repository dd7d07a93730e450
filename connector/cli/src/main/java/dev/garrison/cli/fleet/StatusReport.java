package dev.garrison.cli.fleet;

import dev.garrison.cli.output.Html;
import dev.garrison.cli.output.Tables;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.ServerState.Group;
import dev.garrison.fleet.Tally;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.ring.RingReport;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where servers stand, as one self-contained page that prints well. It loads nothing. */
final class StatusReport {
  private static final String STYLE =
      """
      body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}
      table{border-collapse:collapse;width:100%}
      td,th{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}
      th{background:#eee}td.c{text-align:right}
      svg{width:100%;height:auto}svg text{font:13px sans-serif}svg .n{text-anchor:middle}
      .k{margin-right:1.5em;white-space:nowrap}.k svg{width:.8em;height:.8em}
      rect{stroke:#333;stroke-width:.5}
      rect.done{fill:#2e7d32}text.done{fill:#fff}rect.under-way{fill:#90caf9}
      rect.look{fill:#b71c1c}text.look{fill:#fff}rect.not-ready{fill:#ffb74d}
      rect.silent{fill:#bdbdbd}rect.untargeted{fill:#fff}rect.apart{fill:#616161}text.apart{fill:#fff}
      @media print{body{max-width:none;margin:0;font-size:11px}h2{break-after:avoid}
      tr,svg{break-inside:avoid}thead{display:table-header-group}
      rect,th{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
      """;

  /** More than a person works through on paper; the rest is in {@code --csv}. */
  private static final int MOST_SERVERS = 500;

  private final FleetStanding standing;
  private final Tally tally;
  private final StringBuilder page = new StringBuilder();

  private StatusReport(FleetStanding standing, Tally tally) {
    this.standing = standing;
    this.tally = tally;
  }

  /** The page. */
  static String render(FleetStanding standing, JudgedServers servers, Tally tally) {
    return new StatusReport(standing, tally).page(servers);
  }

  private String page(JudgedServers servers) {
    String verdict = StatusScreen.verdict(tally);
    page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .append(Html.text("Garrison status " + standing.manifest()))
        .append("</title><style>\n")
        .append(STYLE)
        .append("</style></head><body>\n<h1>")
        .append(Html.text(verdict))
        .append("</h1>\n");
    facts();
    rings();
    systems();
    causes();
    servers(servers);
    meanings();
    return page.append("</body></html>\n").toString();
  }

  private void facts() {
    page.append("<table>\n");
    fact("Manifest", standing.manifest());
    fact("Site", standing.site());
    fact("As of", Figures.time(standing.asOf()));
    fact("Age", Figures.ages(tally.ages(standing.asOf())));
    standing
        .live()
        .ifPresent(census -> fact("Asked live", String.join(" ", LiveWords.lines(census))));
    standing.live().ifPresent(census -> census.notes().forEach(note -> fact("Not asked", note)));
    standing.notes().forEach(note -> fact("Unknown", note));
    page.append("</table>\n");
  }

  private void rings() {
    Map<String, Map<Group, Integer>> bars = new LinkedHashMap<>();
    tally.rings().forEach(ring -> bars.put(ring, groups(ring)));
    page.append("<h2>Rings</h2>\n")
        .append(ShareChart.legend())
        .append(ShareChart.render("Servers of each ring by where they stand", bars));
    head("Ring", "State", "Servers", "Onboarded", "Why");
    for (RingReport report : standing.rings()) {
      if (tally.rings().contains(report.ring())) {
        int all = tally.of(report.ring());
        int onboarded = tally.of(report.ring(), Group.DONE);
        row(
            report.ring(),
            report.state().word(),
            String.valueOf(all),
            "%d (%d %%)".formatted(onboarded, Figures.percent(onboarded, all)),
            report.reason());
      }
    }
    page.append(Tables.END);
  }

  private Map<Group, Integer> groups(String ring) {
    Map<Group, Integer> groups = new EnumMap<>(Group.class);
    Arrays.stream(Group.values()).forEach(group -> groups.put(group, tally.of(ring, group)));
    return groups;
  }

  private void systems() {
    Map<String, Map<Group, Integer>> bars = new LinkedHashMap<>();
    tally
        .systems()
        .forEach((system, groups) ->
            bars.put(system.isEmpty() ? "unknown" : system.replace("Microsoft ", ""), groups));
    page.append("<h2>Operating systems</h2>\n")
        .append(ShareChart.render("Servers of each Windows by where they stand", bars));
  }

  private void causes() {
    page.append("<h2>What to do</h2>\n");
    head("State", "Servers", "Which", "Why", "What to do");
    tally.causes().stream()
        .filter(affected -> affected.cause().state() != ServerState.ONBOARDED)
        .forEach(affected -> {
          int others = affected.servers() - affected.names().size();
          row(
              affected.cause().state().word(),
              String.valueOf(affected.servers()),
              String.join(", ", affected.names())
                  + (others > 0 ? " and %d more".formatted(others) : ""),
              affected.cause().why(),
              affected.cause().remedy());
        });
    page.append(Tables.END);
  }

  private void servers(JudgedServers servers) {
    page.append("<h2>Servers that are not onboarded</h2>\n");
    head("Server", "Ring", "State", "Windows", "Why");
    int[] left = {0};
    servers.each((server, verdict) -> {
      if (verdict.state() == ServerState.ONBOARDED) {
        return;
      }
      if (left[0] < MOST_SERVERS) {
        server(server, verdict);
      }
      left[0]++;
    });
    page.append(Tables.END);
    if (left[0] > MOST_SERVERS) {
      page.append(
          "<p>And %d more: 'garrison status --csv' names them all.</p>\n"
              .formatted(left[0] - MOST_SERVERS));
    }
  }

  private void server(Server server, Verdict verdict) {
    row(
        server.name(),
        server.ring(),
        verdict.state().word(),
        server.system(),
        verdict.why() + verdict.disagreement().map(text -> " (" + text + ")").orElse(""));
  }

  private void meanings() {
    page.append("<h2>How to read this</h2><p>")
        .append(
            Html.text(
                "Shares are of every server that the rings' collections hold, also of those that Configuration Manager"
                    + " cannot reach. Onboarded means that a detection on the server, its hardware inventory, or its own"
                    + " answer where it was asked, saw the sensor report to the manifest's tenant. A server may be further than this page says: inventory is as"
                    + " old as stated, and deployments report with the client's next state message."))
        .append("</p>\n");
  }

  private void fact(String name, String value) {
    page.append(Tables.fact(name, value));
  }

  private void head(String... titles) {
    page.append(Tables.head(Arrays.stream(titles)));
  }

  private void row(String... cells) {
    page.append(Tables.row(Arrays.stream(cells)));
  }
}

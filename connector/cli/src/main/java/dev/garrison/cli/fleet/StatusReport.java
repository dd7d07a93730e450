package dev.garrison.cli.fleet;

import dev.garrison.cli.output.ReportPage;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.ServerState.Group;
import dev.garrison.fleet.Tally;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.review.RingStateText;
import dev.garrison.ring.RingReport;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The HTML report of {@code garrison status}. */
final class StatusReport {
  private static final String STYLE =
      """
      svg{width:100%;height:auto}svg text{font:13px sans-serif}svg .n{text-anchor:middle}
      .k{margin-right:1.5em;white-space:nowrap}.k svg{width:.8em;height:.8em}
      rect{stroke:#333;stroke-width:.5}
      rect.done{fill:#2e7d32}text.done{fill:#fff}rect.under-way{fill:#90caf9}
      rect.look{fill:#b71c1c}text.look{fill:#fff}rect.not-ready{fill:#ffb74d}
      rect.silent{fill:#bdbdbd}rect.untargeted{fill:#fff}rect.unreachable{fill:#616161}text.unreachable{fill:#fff}
      rect.excluded{fill:#e0e0e0}
      """;

  /** Most servers on the page; all of them are in the CSV answer. */
  private static final int MOST_SERVERS = 500;

  private final FleetStanding standing;
  private final Tally tally;
  private final ReportPage page;
  private final TerminalTime time;

  private StatusReport(FleetStanding standing, Tally tally, TerminalTime time) {
    this.standing = standing;
    this.tally = tally;
    this.time = time;
    page =
        new ReportPage(
            Text.of("report.status-title", "manifest", standing.manifest()).shown(),
            StatusScreen.verdict(tally),
            STYLE);
  }

  /** The page. */
  static String render(
      FleetStanding standing, Judged<StatusLine> servers, Tally tally, TerminalTime time) {
    return new StatusReport(standing, tally, time).page(servers);
  }

  private String page(Judged<StatusLine> servers) {
    facts();
    rings();
    systems();
    causes();
    servers(servers);
    meanings();
    return page.html();
  }

  private void facts() {
    page.facts();
    page.fact(Text.of("report.manifest").shown(), standing.manifest());
    page.fact(Text.of("report.site").shown(), standing.site());
    page.fact(Text.of("report.as-of").shown(), time.minute(standing.asOf()));
    page.fact(Text.of("report.age").shown(), Figures.ages(tally.ages(standing.asOf())));
    LiveWords.facts(page, standing.live());
    standing
        .notes()
        .forEach(note -> page.fact(Text.of("report.unknown").shown(), RecordedText.shown(note)));
    page.end();
  }

  private void rings() {
    Map<String, Map<Group, Integer>> bars = new LinkedHashMap<>();
    tally.rings().forEach(ring -> bars.put(ring, groups(ring)));
    page.section(Text.of("report.rings").shown())
        .append(ShareChart.legend())
        .append(ShareChart.render(Text.of("report.chart-rings").shown(), bars));
    page.table(
        Text.of("report.ring").shown(),
        Text.of("report.state").shown(),
        Text.of("report.servers").shown(),
        Text.of("report.onboarded").shown(),
        Text.of("report.why").shown());
    for (RingReport report : standing.rings()) {
      if (tally.rings().contains(report.ring())) {
        int all = tally.of(report.ring());
        int onboarded = tally.of(report.ring(), Group.DONE);
        page.row(
            report.ring(),
            RingStateText.of(report.state()).shown(),
            String.valueOf(all),
            Figures.share(onboarded, all),
            RecordedText.shown(report.reason()));
      }
    }
    page.end();
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
            bars.put(
                system.isEmpty()
                    ? Text.of("server.unknown").shown()
                    : system.replace("Microsoft ", ""),
                groups));
    page.section(Text.of("report.systems").shown())
        .append(ShareChart.render(Text.of("report.chart-systems").shown(), bars));
  }

  private void causes() {
    page.section(Text.of("report.next").shown())
        .table(
            Text.of("report.state").shown(),
            Text.of("report.servers").shown(),
            Text.of("report.names").shown(),
            Text.of("report.why").shown(),
            Text.of("report.next").shown());
    tally.causes().stream()
        .filter(affected -> affected.cause().state() != ServerState.ONBOARDED)
        .forEach(affected -> {
          page.row(
              Figures.state(affected.cause().state()).shown(),
              String.valueOf(affected.servers()),
              Figures.names(affected.names(), affected.servers()),
              RecordedText.shown(affected.cause().why()),
              RecordedText.shown(affected.cause().remedy()));
        });
    page.end();
  }

  private void servers(Judged<StatusLine> servers) {
    page.section(Text.of("report.not-onboarded").shown())
        .table(
            Text.of("report.server").shown(),
            Text.of("report.ring").shown(),
            Text.of("report.state").shown(),
            Text.of("report.system").shown(),
            Text.of("report.why").shown());
    int[] left = {0};
    servers.each(line -> {
      if (line.verdict().state() == ServerState.ONBOARDED) {
        return;
      }
      if (left[0] < MOST_SERVERS) {
        server(line.server(), line.verdict());
      }
      left[0]++;
    });
    page.end();
    if (left[0] > MOST_SERVERS) {
      page.text(Text.of("report.status-more", "count", left[0] - MOST_SERVERS).shown());
    }
  }

  private void server(Server server, Verdict verdict) {
    page.row(
        server.name(),
        server.ring(),
        Figures.state(verdict.state()).shown(),
        server.system(),
        RecordedText.shown(verdict.why())
            + verdict.disagreement().map(text -> " (" + RecordedText.shown(text) + ")").orElse(""));
  }

  private void meanings() {
    page.section(Text.of("report.meaning-title").shown()).text(Text.of("report.meaning").shown());
  }
}

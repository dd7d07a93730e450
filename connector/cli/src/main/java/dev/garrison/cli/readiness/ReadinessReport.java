package dev.garrison.cli.readiness;

import dev.garrison.cli.fleet.Figures;
import dev.garrison.cli.fleet.Judged;
import dev.garrison.cli.fleet.LiveWords;
import dev.garrison.cli.output.ReportPage;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.fleet.readiness.Finding;
import dev.garrison.fleet.readiness.Readiness.State;
import dev.garrison.fleet.readiness.ReadinessTally;
import dev.garrison.fleet.standing.ReadinessStanding;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The HTML report of {@code garrison prerequisites}. */
final class ReadinessReport {
  /** Most servers on the page; all of them are in the CSV answer. */
  private static final int MOST_SERVERS = 500;

  private final ReportPage page;
  private final TerminalTime time;

  private ReadinessReport(ReportPage page, TerminalTime time) {
    this.page = page;
    this.time = time;
  }

  /** The page. */
  static String render(
      ReadinessStanding standing,
      Judged<ReadinessLine> servers,
      ReadinessTally tally,
      TerminalTime time) {
    ReportPage page =
        new ReportPage(
            Text.of("report.prerequisites-title", "manifest", standing.fleet().manifest()).shown(),
            ReadinessScreen.verdict(tally),
            "");
    new ReadinessReport(page, time).fill(standing, servers, tally);
    return page.html();
  }

  private void fill(
      ReadinessStanding standing, Judged<ReadinessLine> servers, ReadinessTally tally) {
    page.facts()
        .fact(Text.of("report.manifest").shown(), standing.fleet().manifest())
        .fact(Text.of("report.site").shown(), standing.fleet().site())
        .fact(Text.of("report.as-of").shown(), time.minute(standing.fleet().asOf()))
        .fact(Text.of("report.method").shown(), standing.route())
        .fact(Text.of("report.age").shown(), Figures.ages(tally.ages(standing.fleet().asOf())));
    LiveWords.facts(page, standing.fleet().live());
    standing
        .fleet()
        .notes()
        .forEach(note -> page.fact(Text.of("report.unknown").shown(), RecordedText.shown(note)));
    standing
        .unseen()
        .forEach(
            text -> page.fact(Text.of("report.not-checked").shown(), RecordedText.shown(text)));
    page.end().section(Text.of("report.rings").shown());
    rings(tally);
    page.section(Text.of("report.next").shown());
    findings(tally);
    page.section(Text.of("report.not-ready").shown());
    servers(servers);
  }

  private void rings(ReadinessTally tally) {
    List<String> titles =
        new ArrayList<>(List.of(Text.of("report.ring").shown(), Text.of("report.servers").shown()));
    Arrays.stream(State.values()).map(ReadinessScreen::word).forEach(titles::add);
    page.table(titles.toArray(String[]::new));
    for (String ring : tally.rings()) {
      List<String> cells = new ArrayList<>(List.of(ring, String.valueOf(tally.of(ring))));
      Arrays.stream(State.values())
          .map(state -> String.valueOf(tally.of(ring, state)))
          .forEach(cells::add);
      page.row(cells.stream());
    }
    page.end();
  }

  private void findings(ReadinessTally tally) {
    page.table(
        Text.of("report.level").shown(),
        Text.of("report.finding").shown(),
        Text.of("report.servers").shown(),
        Text.of("report.names").shown(),
        Text.of("report.why").shown(),
        Text.of("report.next").shown());
    tally
        .findings()
        .forEach(affected -> {
          Finding finding = affected.finding();
          page.row(
              ReadinessScreen.level(finding),
              finding.what().word(),
              String.valueOf(affected.servers()),
              Figures.names(affected.names(), affected.servers()),
              RecordedText.shown(finding.why()),
              RecordedText.shown(finding.remedy()));
        });
    page.end();
  }

  private void servers(Judged<ReadinessLine> servers) {
    page.table(
        Text.of("report.server").shown(),
        Text.of("report.ring").shown(),
        Text.of("report.state").shown(),
        Text.of("report.system").shown(),
        Text.of("report.why").shown());
    int[] left = {0};
    servers.each(line -> {
      State state = line.readiness().state();
      if (state == State.READY || state == State.ONBOARDED) {
        return;
      }
      if (left[0] < MOST_SERVERS) {
        page.row(
            line.server().name(),
            line.server().ring(),
            ReadinessScreen.word(state),
            line.server().system(),
            ReadinessScreen.line(line.readiness()));
      }
      left[0]++;
    });
    page.end();
    if (left[0] > MOST_SERVERS) {
      page.text(Text.of("report.prerequisites-more", "count", left[0] - MOST_SERVERS).shown());
    }
  }
}

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
            "Garrison prerequisites " + standing.fleet().manifest(),
            ReadinessScreen.verdict(tally),
            "");
    new ReadinessReport(page, time).fill(standing, servers, tally);
    return page.html();
  }

  private void fill(
      ReadinessStanding standing, Judged<ReadinessLine> servers, ReadinessTally tally) {
    page.facts()
        .fact("Manifest", standing.fleet().manifest())
        .fact("Site", standing.fleet().site())
        .fact("As of", time.minute(standing.fleet().asOf()))
        .fact("Route", standing.route())
        .fact("Age", Figures.ages(tally.ages(standing.fleet().asOf())));
    LiveWords.facts(page, standing.fleet().live());
    standing.fleet().notes().forEach(note -> page.fact("Unknown", note));
    standing.unseen().forEach(text -> page.fact("Not visible", text));
    page.end().section("Rings");
    rings(tally);
    page.section("What to do");
    findings(tally);
    page.section("Servers that are not ready, and those of which it is not known");
    servers(servers);
  }

  private void rings(ReadinessTally tally) {
    List<String> titles = new ArrayList<>(List.of("Ring", "Servers"));
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
    page.table("Level", "What", "Servers", "Which", "Why", "What to do");
    tally
        .findings()
        .forEach(affected -> {
          Finding finding = affected.finding();
          page.row(
              finding.level().word(),
              finding.what().word(),
              String.valueOf(affected.servers()),
              Figures.names(affected.names(), affected.servers()),
              finding.why(),
              finding.remedy());
        });
    page.end();
  }

  private void servers(Judged<ReadinessLine> servers) {
    page.table("Server", "Ring", "State", "Windows", "Why");
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
      page.text(
          "And %d more: 'garrison prerequisites --csv' names them all."
              .formatted(left[0] - MOST_SERVERS));
    }
  }
}

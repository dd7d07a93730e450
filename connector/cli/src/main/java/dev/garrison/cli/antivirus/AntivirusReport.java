package dev.garrison.cli.antivirus;

import dev.garrison.cli.fleet.Judged;
import dev.garrison.cli.fleet.LiveWords;
import dev.garrison.cli.output.ReportPage;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.fleet.antivirus.AntivirusWords;
import dev.garrison.fleet.standing.AntivirusStanding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The HTML report of {@code garrison antivirus}. */
final class AntivirusReport {
  /** Most servers on the page; all of them are in the CSV answer. */
  private static final int MOST_SERVERS = 500;

  private AntivirusReport() {}

  /** The page, with servers in danger first. */
  static String render(
      AntivirusStanding standing,
      Judged<AntivirusLine> servers,
      AntivirusTally tally,
      TerminalTime time) {
    ReportPage page =
        new ReportPage(
            "Garrison antivirus " + standing.fleet().manifest(),
            AntivirusScreen.verdict(tally),
            "");
    page.facts()
        .fact("Manifest", standing.fleet().manifest())
        .fact("Site", standing.fleet().site())
        .fact("As of", time.minute(standing.fleet().asOf()));
    LiveWords.facts(page, standing.fleet().live());
    standing.fleet().notes().forEach(note -> page.fact("Unknown", note));
    if (!standing.tellsMode()) {
      page.fact("Unknown", AntivirusWords.MODE_UNTOLD);
    }
    page.end().section("Dangers").table("Danger", "Servers", "Which", "What to do");
    for (Danger danger : Danger.values()) {
      page.row(
          danger.title(),
          String.valueOf(tally.of(danger)),
          tally.listed(danger),
          tally.of(danger) == 0 ? "" : danger.remedy());
    }
    page.end().section("Rings");
    rings(page, tally);
    page.section("Servers")
        .table("Server", "Ring", "Danger", "Protected by", "Why", "After", "Why");
    int[] left = {0};
    servers.each(line -> {
      if (left[0]++ < MOST_SERVERS) {
        page.row(
            line.server().name(),
            line.server().ring(),
            line.today().danger().map(Danger::title).orElse(""),
            line.today().protectedBy(),
            line.antivirus().why(),
            line.after().products(),
            line.after().why());
      }
    });
    page.end();
    if (left[0] > MOST_SERVERS) {
      page.text(
          "And %d more: 'garrison antivirus --csv' names them all."
              .formatted(left[0] - MOST_SERVERS));
    }
    return page.html();
  }

  private static void rings(ReportPage page, AntivirusTally tally) {
    List<String> titles = new ArrayList<>(List.of("Ring", "Servers"));
    Arrays.stream(Protector.values()).map(Protector::title).forEach(titles::add);
    page.table(titles.toArray(String[]::new));
    for (String ring : tally.rings()) {
      List<String> cells = new ArrayList<>(List.of(ring, String.valueOf(tally.of(ring))));
      Arrays.stream(Protector.values())
          .map(protector -> String.valueOf(tally.of(ring, protector)))
          .forEach(cells::add);
      page.row(cells.stream());
    }
    page.end();
  }
}

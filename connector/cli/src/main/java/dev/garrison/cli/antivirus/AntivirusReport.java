package dev.garrison.cli.antivirus;

import dev.garrison.cli.fleet.Judged;
import dev.garrison.cli.fleet.LiveWords;
import dev.garrison.cli.output.ReportPage;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.fleet.antivirus.AntivirusWords;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
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
            Text.of("report.antivirus-title", "manifest", standing.fleet().manifest()).shown(),
            AntivirusScreen.verdict(tally),
            "");
    page.facts()
        .fact(Text.of("report.manifest").shown(), standing.fleet().manifest())
        .fact(Text.of("report.site").shown(), standing.fleet().site())
        .fact(Text.of("report.as-of").shown(), time.minute(standing.fleet().asOf()));
    LiveWords.facts(page, standing.fleet().live());
    standing
        .fleet()
        .notes()
        .forEach(note -> page.fact(Text.of("report.unknown").shown(), RecordedText.shown(note)));
    if (!standing.tellsMode()) {
      page.fact(Text.of("report.unknown").shown(), RecordedText.shown(AntivirusWords.MODE_UNTOLD));
    }
    page.end()
        .section(Text.of("report.dangers").shown())
        .table(
            Text.of("report.danger").shown(),
            Text.of("report.servers").shown(),
            Text.of("report.names").shown(),
            Text.of("report.next").shown());
    for (Danger danger : Danger.values()) {
      page.row(
          RecordedText.shown(danger.title()),
          String.valueOf(tally.of(danger)),
          tally.listed(danger),
          tally.remedies(danger));
    }
    page.end().section(Text.of("report.rings").shown());
    rings(page, tally);
    page.section(Text.of("report.servers").shown())
        .table(
            Text.of("report.server").shown(),
            Text.of("report.ring").shown(),
            Text.of("report.danger").shown(),
            Text.of("report.protected-by").shown(),
            Text.of("report.why").shown(),
            Text.of("report.after").shown(),
            Text.of("report.why").shown());
    int[] left = {0};
    servers.each(line -> {
      if (left[0]++ < MOST_SERVERS) {
        page.row(
            line.server().name(),
            line.server().ring(),
            line.today().danger().map(Danger::title).map(RecordedText::shown).orElse(""),
            RecordedText.shown(line.today().protectedBy()),
            line.antivirus().why().shown(),
            RecordedText.shown(line.after().products()),
            RecordedText.shown(line.after().why()));
      }
    });
    page.end();
    if (left[0] > MOST_SERVERS) {
      page.text(Text.of("report.antivirus-more", "count", left[0] - MOST_SERVERS).shown());
    }
    return page.html();
  }

  private static void rings(ReportPage page, AntivirusTally tally) {
    List<String> titles =
        new ArrayList<>(List.of(Text.of("report.ring").shown(), Text.of("report.servers").shown()));
    Arrays.stream(Protector.values())
        .map(Protector::title)
        .map(RecordedText::shown)
        .forEach(titles::add);
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

package dev.garrison.cli.readiness;

import dev.garrison.cli.fleet.Figures;
import dev.garrison.cli.fleet.LiveWords;
import dev.garrison.cli.output.Html;
import dev.garrison.cli.output.Tables;
import dev.garrison.fleet.readiness.Finding;
import dev.garrison.fleet.readiness.Readiness.State;
import dev.garrison.fleet.readiness.ReadinessTally;
import dev.garrison.fleet.standing.ReadinessStanding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Which servers are ready, as one self-contained page that prints well. It loads nothing. */
final class ReadinessReport {
  private static final String STYLE =
      """
      body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}
      table{border-collapse:collapse;width:100%}
      td,th{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}
      th{background:#eee}
      @media print{body{max-width:none;margin:0;font-size:11px}h2{break-after:avoid}
      tr{break-inside:avoid}thead{display:table-header-group}}
      """;

  /** More than a person works through on paper; the rest is in {@code --csv}. */
  private static final int MOST_SERVERS = 500;

  private final StringBuilder page = new StringBuilder();

  private ReadinessReport() {}

  /** The page. */
  static String render(ReadinessStanding standing, JudgedReadiness servers, ReadinessTally tally) {
    return new ReadinessReport().page(standing, servers, tally);
  }

  private String page(ReadinessStanding standing, JudgedReadiness servers, ReadinessTally tally) {
    page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .append(Html.text("Garrison prerequisites " + standing.fleet().manifest()))
        .append("</title><style>\n")
        .append(STYLE)
        .append("</style></head><body>\n<h1>")
        .append(Html.text(ReadinessScreen.verdict(tally)))
        .append("</h1>\n<table>\n");
    fact("Manifest", standing.fleet().manifest());
    fact("Site", standing.fleet().site());
    fact("As of", Figures.time(standing.fleet().asOf()));
    fact("Route", standing.route());
    fact("Age", Figures.ages(servers.ages()));
    LiveWords.screen(standing.fleet().live()).forEach(line -> fact("Asked live", line));
    standing.fleet().notes().forEach(note -> fact("Unknown", note));
    standing.unseen().forEach(text -> fact("Not visible", text));
    page.append("</table>\n<h2>Rings</h2>\n");
    rings(tally);
    page.append("<h2>What to do</h2>\n");
    findings(tally);
    page.append("<h2>Servers that are not ready, and those of which it is not known</h2>\n");
    servers(servers);
    return page.append("</body></html>\n").toString();
  }

  private void rings(ReadinessTally tally) {
    List<String> titles = new ArrayList<>(List.of("Ring", "Servers"));
    Arrays.stream(State.values()).map(ReadinessScreen::word).forEach(titles::add);
    head(titles);
    for (String ring : tally.rings()) {
      List<String> cells = new ArrayList<>(List.of(ring, String.valueOf(tally.of(ring))));
      Arrays.stream(State.values())
          .map(state -> String.valueOf(tally.of(ring, state)))
          .forEach(cells::add);
      row(cells.stream());
    }
    page.append(Tables.END);
  }

  private void findings(ReadinessTally tally) {
    head(List.of("Level", "What", "Servers", "Which", "Why", "What to do"));
    tally
        .findings()
        .forEach(affected -> {
          Finding finding = affected.finding();
          int others = affected.servers() - affected.names().size();
          row(
              Stream.of(
                  finding.level().word(),
                  finding.what().word(),
                  String.valueOf(affected.servers()),
                  String.join(", ", affected.names())
                      + (others > 0 ? " and %d more".formatted(others) : ""),
                  finding.why(),
                  finding.remedy()));
        });
    page.append(Tables.END);
  }

  private void servers(JudgedReadiness servers) {
    head(List.of("Server", "Ring", "State", "Windows", "Why"));
    int[] left = {0};
    servers.each((server, _, readiness) -> {
      if (readiness.state() == State.READY || readiness.state() == State.ONBOARDED) {
        return;
      }
      if (left[0] < MOST_SERVERS) {
        row(
            Stream.of(
                server.name(),
                server.ring(),
                ReadinessScreen.word(readiness.state()),
                server.system(),
                ReadinessScreen.line(readiness)));
      }
      left[0]++;
    });
    page.append(Tables.END);
    if (left[0] > MOST_SERVERS) {
      page.append(
          "<p>And %d more: 'garrison prerequisites --csv' names them all.</p>\n"
              .formatted(left[0] - MOST_SERVERS));
    }
  }

  private void fact(String name, String value) {
    page.append(Tables.fact(name, value));
  }

  private void head(List<String> titles) {
    page.append(Tables.head(titles.stream()));
  }

  private void row(Stream<String> cells) {
    page.append(Tables.row(cells));
  }
}

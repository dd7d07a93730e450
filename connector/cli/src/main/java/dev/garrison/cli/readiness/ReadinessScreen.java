package dev.garrison.cli.readiness;

import dev.garrison.cli.fleet.Figures;
import dev.garrison.cli.fleet.FleetSubject;
import dev.garrison.cli.fleet.Judged;
import dev.garrison.cli.fleet.LiveWords;
import dev.garrison.cli.fleet.ServerDetails;
import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.readiness.Finding;
import dev.garrison.fleet.readiness.Finding.Level;
import dev.garrison.fleet.readiness.Readiness;
import dev.garrison.fleet.readiness.Readiness.State;
import dev.garrison.fleet.readiness.ReadinessTally;
import dev.garrison.fleet.readiness.ReadinessTally.Affected;
import dev.garrison.fleet.standing.ReadinessStanding;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text answer of {@code garrison prerequisites}. */
final class ReadinessScreen {
  /** Most findings on the screen; all of them are in the JSON answer. */
  private static final int MOST_FINDINGS = 30;

  private static final List<State> COLUMNS =
      List.of(State.ONBOARDED, State.NOT_READY, State.UNKNOWN, State.APART);
  private static final int READY_WIDTH = 25;
  private static final int NAMES = 16;

  private final ReadinessStanding standing;
  private final TerminalTime time;

  ReadinessScreen(ReadinessStanding standing, TerminalTime time) {
    this.standing = standing;
    this.time = time;
  }

  /** Rings, what was found, what cannot be seen, then the verdict. */
  void print(PrintWriter out, ReadinessTally tally) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Text.of(
                "readiness.subject",
                "subject",
                FleetSubject.of(standing.fleet(), time),
                "method",
                standing.route())
            .shown());
    lines.add(Figures.ages(tally.ages(standing.fleet().asOf())));
    lines.addAll(LiveWords.screen(standing.fleet().live()));
    standing
        .fleet()
        .notes()
        .forEach(note -> lines.add(Wrapped.hanging("  - ", RecordedText.shown(note))));
    lines.add("");
    lines.addAll(rings(tally));
    for (Level level : Level.values()) {
      lines.addAll(findings(level, tally));
    }
    lines.add("");
    lines.add(Text.of("readiness.not-checked").shown());
    standing
        .unseen()
        .forEach(text ->
            lines.add(
                Wrapped.hanging(
                    "  - ", Text.of("fleet.clause", "clause", RecordedText.shown(text)).shown())));
    lines.add("");
    lines.add(verdict(tally));
    lines.forEach(line -> out.println(ScreenText.text(line)));
  }

  private static List<String> rings(ReadinessTally tally) {
    String name = Text.of("ring.name").shown();
    String servers = Text.of("ring.servers").shown();
    int width = Cells.widest(Stream.concat(Stream.of(name), tally.rings().stream()));
    List<String> lines = new ArrayList<>();
    lines.add(
        "  %s  %s  %s%s"
            .formatted(
                ScreenText.padded(name, width),
                servers,
                ScreenText.padded(word(State.READY), READY_WIDTH),
                COLUMNS.stream().map(state -> "  " + word(state)).collect(Collectors.joining())));
    for (String ring : tally.rings()) {
      int all = tally.of(ring);
      int ready = tally.of(ring, State.READY);
      lines.add(
          "  %s  %s  %s%s"
              .formatted(
                  ScreenText.padded(ring, width),
                  ScreenText.right("" + all, Cells.of(servers)),
                  Figures.shareBar(ready, all, READY_WIDTH),
                  COLUMNS.stream()
                      .map(state ->
                          ScreenText.right("" + tally.of(ring, state), Cells.of(word(state)) + 2))
                      .collect(Collectors.joining())));
    }
    return lines;
  }

  private static List<String> findings(Level level, ReadinessTally tally) {
    List<Affected> some =
        tally.findings().stream().filter(affected -> affected.finding().level() == level).toList();
    if (some.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(title(level));
    some.stream().limit(MOST_FINDINGS).map(ReadinessScreen::line).forEach(lines::add);
    if (some.size() > MOST_FINDINGS) {
      lines.add("  " + Text.of("readiness.more", "count", some.size() - MOST_FINDINGS).shown());
    }
    return lines;
  }

  private static String title(Level level) {
    return Text.of(
            switch (level) {
              case APART -> "readiness.findings-apart";
              case NOT_READY -> "readiness.findings-not-ready";
              case UNKNOWN -> "readiness.findings-unknown";
              case NOTE -> "readiness.findings-note";
            })
        .shown();
  }

  private static String line(Affected affected) {
    Finding finding = affected.finding();
    String names = Figures.names(affected.names(), affected.servers());
    return Wrapped.hanging(
        "  %s%6d  ".formatted(ScreenText.padded(finding.what().word(), NAMES), affected.servers()),
        "%s\n%s\n%s"
            .formatted(
                names,
                Text.of("fleet.clause", "clause", sentence(RecordedText.shown(finding.why())))
                    .shown(),
                RecordedText.shown(finding.remedy())));
  }

  private static String sentence(String clause) {
    return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
  }

  static String verdict(ReadinessTally tally) {
    int ready = tally.of(State.READY);
    List<Text> others =
        COLUMNS.stream()
            .filter(state -> tally.of(state) > 0)
            .map(state -> Text.of(countKey(state), "count", tally.of(state)))
            .toList();
    return Figures.verdict(
        "readiness.verdict", "readiness.verdict-others", ready, tally.servers(), others);
  }

  private static String countKey(State state) {
    return switch (state) {
      case READY -> "readiness.count-ready";
      case ONBOARDED -> "readiness.count-onboarded";
      case NOT_READY -> "readiness.count-not-ready";
      case UNKNOWN -> "readiness.count-unknown";
      case APART -> "readiness.count-apart";
    };
  }

  static String word(State state) {
    return Text.of(
            switch (state) {
              case READY -> "readiness.ready";
              case ONBOARDED -> "readiness.onboarded";
              case NOT_READY -> "readiness.not-ready";
              case UNKNOWN -> "readiness.unknown";
              case APART -> "readiness.apart";
            })
        .shown();
  }

  /** The servers in one state, or with one finding, one by one. */
  void printList(PrintWriter out, Judged<ReadinessLine> servers, Worded only) {
    LiveWords.screen(standing.fleet().live()).forEach(line -> out.println(ScreenText.text(line)));
    int[] count = {0};
    servers.each(each -> {
      count[0]++;
      Server server = each.server();
      Readiness readiness = each.readiness();
      String head =
          "  %s  %s  "
              .formatted(ScreenText.padded(server.name(), 15), ScreenText.padded(server.ring(), 8));
      List<Finding> findings = Only.matching(only, readiness);
      String text =
          findings.isEmpty()
              ? word(readiness.state())
              : findings.stream()
                  .map(finding ->
                      Text.of(
                              "fleet.finding",
                              "why",
                              RecordedText.shown(finding.why()),
                              "remedy",
                              RecordedText.shown(finding.remedy()))
                          .shown())
                  .collect(Collectors.joining("\n"));
      out.println(ScreenText.text(Wrapped.hanging(head, text)));
    });
    out.println(Text.of("fleet.listed", "state", only.word(), "count", count[0]).shown());
  }

  /** One server with all that was found. */
  void printOne(PrintWriter out, Judged<ReadinessLine> servers) {
    LiveWords.screen(standing.fleet().live()).forEach(line -> out.println(ScreenText.text(line)));
    servers.each(each -> {
      Server server = each.server();
      Readiness readiness = each.readiness();
      List<String> lines = new ArrayList<>();
      lines.add(
          Text.of(
                  "server.subject",
                  "server",
                  server.name(),
                  "ring",
                  server.ring(),
                  "state",
                  word(readiness.state()))
              .shown());
      readiness.findings().forEach(finding -> lines.add(found(finding)));
      lines.add(field(Text.of("server.system").shown(), ServerDetails.system(server)));
      lines.add(field(Text.of("server.client").shown(), ServerDetails.client(server, time)));
      FactWords.of(each.facts())
          .forEach((name, value) -> lines.add(field(title(name), value.shown())));
      lines.forEach(line -> out.println(ScreenText.text(line)));
    });
  }

  private static String found(Finding finding) {
    return field(
        finding.what().word(),
        "%s: %s\n%s"
            .formatted(
                level(finding),
                Text.of("fleet.clause", "clause", RecordedText.shown(finding.why())).shown(),
                RecordedText.shown(finding.remedy())));
  }

  /** Title of a fact by its name in the JSON answer. */
  private static String title(String fact) {
    return Text.of(
            switch (fact) {
              case "revision" -> "facts.title-revision";
              case "services" -> "facts.title-services";
              case "updates" -> "facts.title-updates";
              case "free on C:" -> "facts.title-free";
              case "restart" -> "facts.title-restart";
              default -> "facts.title-windows";
            })
        .shown();
  }

  private static String field(String name, String value) {
    return Wrapped.hanging("  " + ScreenText.padded(name, NAMES) + "  ", value);
  }

  /** Level of a finding. */
  static String level(Finding finding) {
    return Text.of(
            switch (finding.level()) {
              case NOT_READY -> "readiness.not-ready";
              case UNKNOWN -> "readiness.unknown";
              case APART -> "readiness.apart";
              case NOTE -> "readiness.note";
            })
        .shown();
  }

  static String line(Readiness readiness) {
    return readiness.findings().stream()
        .map(finding -> "%s: %s".formatted(level(finding), RecordedText.shown(finding.why())))
        .collect(Collectors.joining("; "));
  }
}

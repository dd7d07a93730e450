package dev.garrison.cli.readiness;

import dev.garrison.cli.fleet.Figures;
import dev.garrison.cli.fleet.Judged;
import dev.garrison.cli.fleet.LiveWords;
import dev.garrison.cli.fleet.ServerDetails;
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
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The text answer of {@code garrison prerequisites}. */
final class ReadinessScreen {
  /** Most findings on the screen; all of them are in the JSON answer. */
  private static final int MOST_FINDINGS = 30;

  private static final List<State> COLUMNS =
      List.of(State.ONBOARDED, State.NOT_READY, State.UNKNOWN, State.APART);
  private static final String EXCLUDED_OR_UNREACHABLE = "Excluded or unreachable";
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
        "%s · site %s · %s · route: %s"
            .formatted(
                standing.fleet().manifest(),
                standing.fleet().site(),
                time.minute(standing.fleet().asOf()),
                standing.route()));
    lines.add(Figures.ages(tally.ages(standing.fleet().asOf())));
    lines.addAll(LiveWords.screen(standing.fleet().live()));
    standing.fleet().notes().forEach(note -> lines.add(Wrapped.hanging("  - ", note)));
    lines.add("");
    lines.addAll(rings(tally));
    for (Level level : Level.values()) {
      lines.addAll(findings(level, tally));
    }
    lines.add("");
    lines.add("Not checked, because inventory does not show it");
    standing.unseen().forEach(text -> lines.add(Wrapped.hanging("  - ", text + ".")));
    lines.add("");
    lines.add(verdict(tally));
    lines.forEach(line -> out.println(ScreenText.text(line)));
  }

  private static List<String> rings(ReadinessTally tally) {
    int width = Math.max(4, tally.rings().stream().mapToInt(String::length).max().orElse(0));
    List<String> lines = new ArrayList<>();
    lines.add(
        "  %s  servers  %s%s"
            .formatted(
                ScreenText.padded("ring", width),
                ScreenText.padded(State.READY.word(), READY_WIDTH),
                COLUMNS.stream().map(state -> "  " + word(state)).collect(Collectors.joining())));
    for (String ring : tally.rings()) {
      int all = tally.of(ring);
      int ready = tally.of(ring, State.READY);
      lines.add(
          "  %s  %7d  %s%s"
              .formatted(
                  ScreenText.padded(ring, width),
                  all,
                  Figures.shareBar(ready, all, READY_WIDTH),
                  COLUMNS.stream()
                      .map(state ->
                          ScreenText.right("" + tally.of(ring, state), word(state).length() + 2))
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
      lines.add("  %d more: --json names them all".formatted(some.size() - MOST_FINDINGS));
    }
    return lines;
  }

  private static String title(Level level) {
    return switch (level) {
      case APART -> EXCLUDED_OR_UNREACHABLE;
      case NOT_READY -> "Not ready";
      case UNKNOWN -> "Unknown: Garrison cannot confirm that these servers are ready";
      case NOTE -> "For information";
    };
  }

  private static String line(Affected affected) {
    Finding finding = affected.finding();
    String names = Figures.names(affected.names(), affected.servers());
    return Wrapped.hanging(
        "  %s%6d  ".formatted(ScreenText.padded(finding.what().word(), NAMES), affected.servers()),
        "%s\n%s.\n%s".formatted(names, sentence(finding.why()), finding.remedy()));
  }

  private static String sentence(String clause) {
    return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
  }

  static String verdict(ReadinessTally tally) {
    int ready = tally.of(State.READY);
    String others =
        COLUMNS.stream()
            .filter(state -> tally.of(state) > 0)
            .map(state -> "%d %s".formatted(tally.of(state), word(state)))
            .collect(Collectors.joining(", "));
    return Figures.verdict(ready, tally.servers(), State.READY.word())
        + (others.isEmpty() ? "." : ": " + others + ".");
  }

  static String word(State state) {
    return state == State.APART
        ? EXCLUDED_OR_UNREACHABLE.toLowerCase(Locale.ROOT)
        : state.word().replace('-', ' ');
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
              ? readiness.state().word()
              : findings.stream()
                  .map(finding -> "%s. %s".formatted(finding.why(), finding.remedy()))
                  .collect(Collectors.joining("\n"));
      out.println(ScreenText.text(Wrapped.hanging(head, text)));
    });
    out.printf("%s: %s.%n", only.word(), Figures.servers(count[0]));
  }

  /** One server with all that was found. */
  void printOne(PrintWriter out, Judged<ReadinessLine> servers) {
    LiveWords.screen(standing.fleet().live()).forEach(line -> out.println(ScreenText.text(line)));
    servers.each(each -> {
      Server server = each.server();
      Readiness readiness = each.readiness();
      List<String> lines = new ArrayList<>();
      lines.add(
          "%s · ring %s · %s".formatted(server.name(), server.ring(), readiness.state().word()));
      readiness.findings().forEach(finding -> lines.add(found(finding)));
      lines.add(field("operating system", server.system().isEmpty() ? "unknown" : server.system()));
      lines.add(field("client", ServerDetails.client(server, time)));
      FactWords.of(each.facts()).forEach((name, value) -> lines.add(field(name, value)));
      lines.forEach(line -> out.println(ScreenText.text(line)));
    });
  }

  private static String found(Finding finding) {
    return field(
        finding.what().word(),
        "%s: %s.\n%s".formatted(finding.level().word(), finding.why(), finding.remedy()));
  }

  private static String field(String name, String value) {
    return Wrapped.hanging("  " + ScreenText.padded(name, NAMES) + "  ", value);
  }

  static String line(Readiness readiness) {
    return readiness.findings().stream()
        .map(finding -> "%s: %s".formatted(finding.level().word(), finding.why()))
        .collect(Collectors.joining("; "));
  }
}

package dev.garrison.cli.fleet;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.ServerState.Group;
import dev.garrison.fleet.Tally;
import dev.garrison.fleet.Tally.Affected;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.ring.RingReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text answer of {@code garrison status}. */
final class StatusScreen {
  private static final List<Group> COLUMNS =
      List.of(
          Group.UNDER_WAY,
          Group.LOOK,
          Group.NOT_READY,
          Group.SILENT,
          Group.UNTARGETED,
          Group.UNREACHABLE,
          Group.EXCLUDED);

  /** Most causes on the screen; all of them are in the JSON answer. */
  private static final int MOST_CAUSES = 20;

  private static final String ONBOARDED = "onboarded";
  private static final int ONBOARDED_WIDTH = 22;

  private final FleetStanding standing;
  private final TerminalTime time;

  StatusScreen(FleetStanding standing, TerminalTime time) {
    this.standing = standing;
    this.time = time;
  }

  /** Rings, then what keeps servers from being onboarded, then the verdict. */
  void print(PrintWriter out, Tally tally) {
    List<String> lines = new ArrayList<>(head(tally));
    lines.add("");
    lines.addAll(rings(tally));
    List<String> causes = causes(tally);
    if (!causes.isEmpty()) {
      lines.add("");
      lines.addAll(causes);
    }
    lines.add("");
    lines.add(verdict(tally));
    print(out, lines);
  }

  private static void print(PrintWriter out, List<String> lines) {
    lines.forEach(line -> out.println(ScreenText.text(line)));
  }

  private List<String> head(Tally tally) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s · site %s · %s"
            .formatted(standing.manifest(), standing.site(), time.minute(standing.asOf())));
    lines.add(Figures.ages(tally.ages(standing.asOf())));
    lines.addAll(LiveWords.screen(standing.live()));
    standing.notes().forEach(note -> lines.add(Wrapped.hanging("  - ", note)));
    return lines;
  }

  private List<String> rings(Tally tally) {
    List<RingReport> reports =
        standing.rings().stream().filter(ring -> tally.rings().contains(ring.ring())).toList();
    int width =
        Math.max(4, reports.stream().mapToInt(ring -> ring.ring().length()).max().orElse(0));
    List<String> lines = new ArrayList<>();
    lines.add(
        "  %s  servers  %s%s"
            .formatted(
                ScreenText.padded("ring", width),
                ScreenText.padded(ONBOARDED, ONBOARDED_WIDTH),
                COLUMNS.stream().map(group -> "  " + head(group)).collect(Collectors.joining())));
    for (RingReport report : reports) {
      lines.add(ring(report.ring(), width, tally));
      lines.add(
          Wrapped.hanging(" ".repeat(width + 4), report.state().word() + ": " + report.reason()));
    }
    return lines;
  }

  /** Head of a column; the longest is cut, so that the table has the width of a terminal. */
  private static String head(Group group) {
    return group == Group.UNREACHABLE ? "unreach." : group.label();
  }

  private static String ring(String ring, int width, Tally tally) {
    int all = tally.of(ring);
    int onboarded = tally.of(ring, Group.DONE);
    return "  %s  %7d  %s%s"
        .formatted(
            ScreenText.padded(ring, width),
            all,
            Figures.shareBar(onboarded, all, ONBOARDED_WIDTH),
            COLUMNS.stream()
                .map(
                    group -> ScreenText.right("" + tally.of(ring, group), head(group).length() + 2))
                .collect(Collectors.joining()));
  }

  private static List<String> causes(Tally tally) {
    List<Affected> all =
        tally.causes().stream().filter(affected -> isNamed(affected.cause().state())).toList();
    Stream<String> named = all.stream().limit(MOST_CAUSES).map(StatusScreen::cause);
    Stream<String> more =
        all.size() > MOST_CAUSES
            ? Stream.of(
                "  %d more causes: --json names them all".formatted(all.size() - MOST_CAUSES))
            : Stream.of();
    Stream<String> counted =
        tally.states().entrySet().stream()
            .filter(entry -> entry.getKey() != ServerState.ONBOARDED && !isNamed(entry.getKey()))
            .map(entry -> counted(entry.getKey(), entry.getValue()));
    return Stream.of(named, more, counted).flatMap(lines -> lines).toList();
  }

  /** Whether the servers in this state are named with their cause. */
  private static boolean isNamed(ServerState state) {
    return state.group() == Group.LOOK
        || state.group() == Group.NOT_READY
        || state.group() == Group.UNTARGETED;
  }

  private static String cause(Affected affected) {
    String names = Figures.names(affected.names(), affected.servers());
    String disagrees = affected.cause().disagrees() ? "\nSources disagree: see --server NAME." : "";
    return Wrapped.hanging(
        "  %s%6d  "
            .formatted(ScreenText.padded(affected.cause().state().word(), 19), affected.servers()),
        "%s\n%s.\n%s%s"
            .formatted(names, affected.cause().why(), affected.cause().remedy(), disagrees));
  }

  private static String counted(ServerState state, int servers) {
    return Wrapped.hanging(
        "  %s%6d  ".formatted(ScreenText.padded(state.word(), 19), servers),
        "%s\nAll of them: garrison status --only %s".formatted(state.remedy(), state.word()));
  }

  static String verdict(Tally tally) {
    int all = tally.servers();
    int onboarded = tally.of(Group.DONE);
    String others =
        COLUMNS.stream()
            .filter(group -> tally.of(group) > 0)
            .map(group -> group.count(tally.of(group)))
            .collect(Collectors.joining(", "));
    return Figures.verdict(onboarded, all, ONBOARDED)
        + (others.isEmpty() ? "." : ": " + others + ".");
  }

  /** The servers of one state, one by one. */
  void printList(PrintWriter out, Judged<StatusLine> servers, ServerState state) {
    print(out, LiveWords.screen(standing.live()));
    int[] count = {0};
    servers.each(line -> {
      count[0]++;
      Verdict verdict = line.verdict();
      String disagreement = verdict.disagreement().map(text -> "\n" + text + ".").orElse("");
      String head =
          "  %s  %s  "
              .formatted(
                  ScreenText.padded(line.server().name(), 15),
                  ScreenText.padded(line.server().ring(), 8));
      out.println(
          ScreenText.text(
              Wrapped.hanging(
                  head, "%s. %s%s".formatted(verdict.why(), verdict.remedy(), disagreement))));
    });
    out.printf("%s: %s.%n", state.word(), Figures.servers(count[0]));
  }

  /** One server with all that is known of it. */
  void printOne(PrintWriter out, Judged<StatusLine> servers) {
    print(out, LiveWords.screen(standing.live()));
    servers.each(line -> print(out, new ServerDetails(line, time).lines()));
  }
}

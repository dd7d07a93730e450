package dev.garrison.cli.fleet;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.ServerState.Group;
import dev.garrison.fleet.Tally;
import dev.garrison.fleet.Tally.Affected;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.review.RingStateText;
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
  private static final int STATE = 19;

  private static final int MOST_CAUSES = 20;

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
    lines.add(FleetSubject.of(standing, time).shown());
    lines.add(Figures.ages(tally.ages(standing.asOf())));
    lines.addAll(LiveWords.screen(standing.live()));
    standing.notes().forEach(note -> lines.add(Wrapped.hanging("  - ", RecordedText.shown(note))));
    return lines;
  }

  private List<String> rings(Tally tally) {
    List<RingReport> reports =
        standing.rings().stream().filter(ring -> tally.rings().contains(ring.ring())).toList();
    String name = Text.of("ring.name").shown();
    int width =
        Cells.widest(Stream.concat(Stream.of(name), reports.stream().map(RingReport::ring)));
    List<String> lines = new ArrayList<>();
    lines.add(
        "  %s  %s  %s%s"
            .formatted(
                ScreenText.padded(name, width),
                Text.of("ring.servers").shown(),
                ScreenText.padded(Text.of("ring.onboarded").shown(), ONBOARDED_WIDTH),
                COLUMNS.stream().map(group -> "  " + head(group)).collect(Collectors.joining())));
    for (RingReport report : reports) {
      lines.add(ring(report.ring(), width, tally));
      lines.add(
          Wrapped.hanging(
              " ".repeat(width + 4),
              Text.of(
                      "ring.reason",
                      "state",
                      RingStateText.of(report.state()),
                      "reason",
                      RecordedText.shown(report.reason()))
                  .shown()));
      int dangers = tally.inDanger(report.ring());
      if (dangers > 0) {
        lines.add(
            Wrapped.hanging(
                " ".repeat(width + 4), Text.of("status.in-danger", "count", dangers).shown()));
      }
    }
    return lines;
  }

  private static String head(Group group) {
    return Text.of(
            switch (group) {
              case DONE -> "ring.onboarded";
              case UNDER_WAY -> "ring.in-progress";
              case LOOK -> "status.attention";
              case NOT_READY -> "ring.not-ready";
              case SILENT -> "ring.no-status";
              case UNTARGETED -> "status.not-targeted";
              case UNREACHABLE -> "status.unreachable";
              case EXCLUDED -> "status.excluded";
            })
        .shown();
  }

  /** Name of a group in a chart, where the column's head is shortened. */
  static String name(Group group) {
    return group == Group.UNREACHABLE ? Text.of("status.unreachable-name").shown() : head(group);
  }

  private static String countKey(Group group) {
    return switch (group) {
      case DONE -> "status.count-onboarded";
      case UNDER_WAY -> "status.count-in-progress";
      case LOOK -> "status.count-attention";
      case NOT_READY -> "status.count-not-ready";
      case SILENT -> "status.count-no-status";
      case UNTARGETED -> "status.count-not-targeted";
      case UNREACHABLE -> "status.count-unreachable";
      case EXCLUDED -> "status.count-excluded";
    };
  }

  private static String ring(String ring, int width, Tally tally) {
    int all = tally.of(ring);
    int onboarded = tally.of(ring, Group.DONE);
    return "  %s  %s  %s%s"
        .formatted(
            ScreenText.padded(ring, width),
            ScreenText.right("" + all, Cells.of(Text.of("ring.servers").shown())),
            Figures.shareBar(onboarded, all, ONBOARDED_WIDTH),
            COLUMNS.stream()
                .map(group ->
                    ScreenText.right("" + tally.of(ring, group), Cells.of(head(group)) + 2))
                .collect(Collectors.joining()));
  }

  private static List<String> causes(Tally tally) {
    List<Affected> all =
        tally.causes().stream().filter(affected -> isNamed(affected.cause().state())).toList();
    int width =
        tally.states().keySet().stream()
            .mapToInt(state -> Cells.of(Figures.state(state).shown()))
            .reduce(STATE, Math::max);
    Stream<String> named = all.stream().limit(MOST_CAUSES).map(affected -> cause(affected, width));
    Stream<String> more =
        all.size() > MOST_CAUSES
            ? Stream.of(
                "  " + Text.of("status.more-causes", "count", all.size() - MOST_CAUSES).shown())
            : Stream.of();
    Stream<String> counted =
        tally.states().entrySet().stream()
            .filter(entry -> entry.getKey() != ServerState.ONBOARDED && !isNamed(entry.getKey()))
            .map(entry -> counted(entry.getKey(), entry.getValue(), width));
    return Stream.of(named, more, counted).flatMap(lines -> lines).toList();
  }

  /** Whether the servers in this state are named with their cause. */
  private static boolean isNamed(ServerState state) {
    return state.group() == Group.LOOK
        || state.group() == Group.NOT_READY
        || state.group() == Group.UNTARGETED;
  }

  private static String cause(Affected affected, int width) {
    String names = Figures.names(affected.names(), affected.servers());
    String disagrees =
        affected.cause().disagrees() ? "\n" + Text.of("status.disagreement").shown() : "";
    return Wrapped.hanging(
        head(affected.cause().state(), affected.servers(), width),
        "%s\n%s\n%s%s"
            .formatted(
                names,
                Text.of("fleet.clause", "clause", RecordedText.shown(affected.cause().why()))
                    .shown(),
                RecordedText.shown(affected.cause().remedy()),
                disagrees));
  }

  private static String head(ServerState state, int servers, int width) {
    return "  %s%6d  ".formatted(ScreenText.padded(Figures.state(state).shown(), width), servers);
  }

  private static String counted(ServerState state, int servers, int width) {
    return Wrapped.hanging(
        head(state, servers, width),
        RecordedText.shown(state.remedy())
            + "\n"
            + Text.of("status.list", "state", state.word()).shown());
  }

  static String verdict(Tally tally) {
    int all = tally.servers();
    int onboarded = tally.of(Group.DONE);
    List<Text> others =
        COLUMNS.stream()
            .filter(group -> tally.of(group) > 0)
            .map(group -> Text.of(countKey(group), "count", tally.of(group)))
            .toList();
    return Figures.verdict("status.verdict", "status.verdict-others", onboarded, all, others);
  }

  /** The servers of one state, one by one. */
  void printList(PrintWriter out, Judged<StatusLine> servers, ServerState state) {
    print(out, LiveWords.screen(standing.live()));
    int[] count = {0};
    servers.each(line -> {
      count[0]++;
      Verdict verdict = line.verdict();
      String disagreement =
          verdict
              .disagreement()
              .map(text ->
                  "\n" + Text.of("fleet.clause", "clause", RecordedText.shown(text)).shown())
              .orElse("");
      String head =
          "  %s  %s  "
              .formatted(
                  ScreenText.padded(line.server().name(), 15),
                  ScreenText.padded(line.server().ring(), 8));
      out.println(
          ScreenText.text(
              Wrapped.hanging(
                  head,
                  Text.of(
                              "fleet.finding",
                              "why",
                              RecordedText.shown(verdict.why()),
                              "remedy",
                              RecordedText.shown(verdict.remedy()))
                          .shown()
                      + disagreement)));
    });
    out.println(Text.of("fleet.listed", "state", Figures.state(state), "count", count[0]).shown());
  }

  /** One server with all that is known of it. */
  void printOne(PrintWriter out, Judged<StatusLine> servers) {
    print(out, LiveWords.screen(standing.live()));
    servers.each(line -> print(out, new ServerDetails(line, time).lines()));
    servers.leaving().ifPresent(leaving -> print(out, ServerDetails.leaving(leaving, time)));
  }
}

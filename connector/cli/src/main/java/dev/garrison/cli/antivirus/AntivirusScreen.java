package dev.garrison.cli.antivirus;

import dev.garrison.cli.fleet.FleetSubject;
import dev.garrison.cli.fleet.Judged;
import dev.garrison.cli.fleet.LiveWords;
import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.fleet.antivirus.AntivirusWords;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text answer of {@code garrison antivirus}. */
final class AntivirusScreen {
  private static final int NAMES = 16;

  private final AntivirusStanding standing;
  private final TerminalTime time;

  AntivirusScreen(AntivirusStanding standing, TerminalTime time) {
    this.standing = standing;
    this.time = time;
  }

  /** The dangers, then the rings, then the verdict. */
  void print(PrintWriter out, AntivirusTally tally) {
    List<String> lines = new ArrayList<>();
    lines.add(FleetSubject.of(standing.fleet(), time).shown());
    lines.addAll(LiveWords.screen(standing.fleet().live()));
    standing
        .fleet()
        .notes()
        .forEach(note -> lines.add(Wrapped.hanging("  - ", RecordedText.shown(note))));
    if (!standing.tellsMode()) {
      lines.add(Wrapped.hanging("  - ", RecordedText.shown(AntivirusWords.MODE_UNTOLD)));
    }
    lines.add("");
    for (Danger danger : Danger.values()) {
      int servers = tally.of(danger);
      String text =
          servers == 0
              ? RecordedText.shown(danger.title())
              : "%s: %s\n%s"
                  .formatted(
                      RecordedText.shown(danger.title()),
                      tally.listed(danger),
                      tally.remedies(danger));
      lines.add(Wrapped.hanging("  %6d  ".formatted(servers), text));
    }
    lines.add("");
    lines.addAll(rings(tally));
    lines.add("");
    lines.add(verdict(tally));
    lines.forEach(line -> out.println(ScreenText.text(line)));
  }

  private static List<String> rings(AntivirusTally tally) {
    String name = Text.of("ring.name").shown();
    String servers = Text.of("ring.servers").shown();
    int width = Cells.widest(Stream.concat(Stream.of(name), tally.rings().stream()));
    List<String> lines = new ArrayList<>();
    lines.add(
        "  %s  %s%s"
            .formatted(
                ScreenText.padded(name, width),
                servers,
                Arrays.stream(Protector.values())
                    .map(protector -> "  " + head(protector))
                    .collect(Collectors.joining())));
    for (String ring : tally.rings()) {
      lines.add(
          "  %s  %s%s"
              .formatted(
                  ScreenText.padded(ring, width),
                  ScreenText.right("" + tally.of(ring), Cells.of(servers)),
                  Arrays.stream(Protector.values())
                      .map(protector ->
                          ScreenText.right(
                              "" + tally.of(ring, protector), Cells.of(head(protector)) + 2))
                      .collect(Collectors.joining())));
    }
    return lines;
  }

  private static String head(Protector protector) {
    return Text.of(
            switch (protector) {
              case DEFENDER -> "antivirus.defender";
              case OTHER -> "antivirus.other";
              case BOTH -> "antivirus.both";
              case NOTHING -> "antivirus.nothing";
              case UNKNOWN -> "antivirus.unknown";
            })
        .shown();
  }

  static String verdict(AntivirusTally tally) {
    return AntivirusWords.verdict(tally.inDanger(), tally.servers(), tally.uncertain()).shown();
  }

  /** Servers one by one, those in danger first. */
  void printList(PrintWriter out, Judged<AntivirusLine> servers, Worded only) {
    LiveWords.screen(standing.fleet().live()).forEach(line -> out.println(ScreenText.text(line)));
    int[] count = {0};
    Set<String> remedies = new TreeSet<>();
    servers.each(line -> {
      count[0]++;
      if (only instanceof Danger danger) {
        remedies.add(danger.remedy(line.server().wanted()));
      }
      out.println(
          ScreenText.text(
              Wrapped.hanging(
                  "  %s  %s  "
                      .formatted(
                          ScreenText.padded(line.server().name(), 15),
                          ScreenText.padded(line.server().ring(), 8)),
                  Text.of(
                          "antivirus.line",
                          "today",
                          RecordedText.shown(line.today().protectedBy()),
                          "why",
                          line.antivirus().why().shown(),
                          "after",
                          RecordedText.shown(line.after().products()),
                          "later",
                          RecordedText.shown(line.after().why()))
                      .shown())));
    });
    out.println(Text.of("fleet.listed", "state", only.word(), "count", count[0]).shown());
    remedies.forEach(
        remedy -> out.println(ScreenText.text(Wrapped.hanging("", RecordedText.shown(remedy)))));
  }

  /** One server with all that is known. */
  void printOne(PrintWriter out, Judged<AntivirusLine> servers) {
    LiveWords.screen(standing.fleet().live()).forEach(line -> out.println(ScreenText.text(line)));
    servers.each(line -> {
      List<String> lines = new ArrayList<>();
      lines.add(
          Text.of(
                  switch (line.antivirus().wanted()) {
                    case ACTIVE -> "antivirus.subject-active";
                    case PASSIVE -> "antivirus.subject-passive";
                  },
                  "server",
                  line.server().name(),
                  "ring",
                  line.server().ring())
              .shown());
      line.today()
          .danger()
          .ifPresent(danger -> {
            lines.add(field("antivirus.danger", RecordedText.shown(danger.title())));
            lines.add(
                field("server.next", RecordedText.shown(danger.remedy(line.server().wanted()))));
          });
      lines.add(field("server.protected-by", RecordedText.shown(line.today().protectedBy())));
      lines.add(field("server.why", line.antivirus().why().shown()));
      lines.add(
          field(
              "antivirus.after",
              RecordedText.shown(line.after().products())
                  + ": "
                  + RecordedText.shown(line.after().why())));
      lines.forEach(text -> out.println(ScreenText.text(text)));
    });
  }

  private static String field(String key, String value) {
    return Wrapped.hanging("  " + ScreenText.padded(Text.of(key).shown(), NAMES) + "  ", value);
  }
}

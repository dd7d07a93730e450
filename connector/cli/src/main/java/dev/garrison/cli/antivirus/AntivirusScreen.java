package dev.garrison.cli.antivirus;

import dev.garrison.cli.fleet.Figures;
import dev.garrison.cli.fleet.Judged;
import dev.garrison.cli.fleet.LiveWords;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.fleet.antivirus.AntivirusWords;
import dev.garrison.fleet.standing.AntivirusStanding;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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
    lines.add(
        "%s · site %s · %s"
            .formatted(
                standing.fleet().manifest(),
                standing.fleet().site(),
                time.minute(standing.fleet().asOf())));
    lines.addAll(LiveWords.screen(standing.fleet().live()));
    standing.fleet().notes().forEach(note -> lines.add(Wrapped.hanging("  - ", note)));
    if (!standing.tellsMode()) {
      lines.add(Wrapped.hanging("  - ", AntivirusWords.MODE_UNTOLD));
    }
    lines.add("");
    for (Danger danger : Danger.values()) {
      int servers = tally.of(danger);
      String text =
          servers == 0
              ? danger.title()
              : "%s: %s\n%s".formatted(danger.title(), tally.listed(danger), danger.remedy());
      lines.add(Wrapped.hanging("  %6d  ".formatted(servers), text));
    }
    lines.add("");
    lines.addAll(rings(tally));
    lines.add("");
    lines.add(verdict(tally));
    lines.forEach(line -> out.println(ScreenText.text(line)));
  }

  private static List<String> rings(AntivirusTally tally) {
    int width = Math.max(4, tally.rings().stream().mapToInt(String::length).max().orElse(0));
    List<String> lines = new ArrayList<>();
    lines.add(
        "  %s  servers%s"
            .formatted(
                ScreenText.padded("ring", width),
                Arrays.stream(Protector.values())
                    .map(protector -> "  " + protector.word())
                    .collect(Collectors.joining())));
    for (String ring : tally.rings()) {
      lines.add(
          "  %s  %7d%s"
              .formatted(
                  ScreenText.padded(ring, width),
                  tally.of(ring),
                  Arrays.stream(Protector.values())
                      .map(protector ->
                          ScreenText.right(
                              "" + tally.of(ring, protector), protector.word().length() + 2))
                      .collect(Collectors.joining())));
    }
    return lines;
  }

  static String verdict(AntivirusTally tally) {
    return AntivirusWords.verdict(tally.inDanger(), tally.servers(), tally.of(Protector.UNKNOWN));
  }

  /** Servers one by one, those in danger first. */
  void printList(PrintWriter out, Judged<AntivirusLine> servers, Worded only) {
    LiveWords.screen(standing.fleet().live()).forEach(line -> out.println(ScreenText.text(line)));
    int[] count = {0};
    servers.each(line -> {
      count[0]++;
      out.println(
          ScreenText.text(
              Wrapped.hanging(
                  "  %s  %s  "
                      .formatted(
                          ScreenText.padded(line.server().name(), 15),
                          ScreenText.padded(line.server().ring(), 8)),
                  "%s: %s.\nAfter the plan: %s: %s."
                      .formatted(
                          line.today().protectedBy(),
                          line.antivirus().why(),
                          line.after().products(),
                          line.after().why()))));
    });
    out.printf("%s: %s.%n", only.word(), Figures.servers(count[0]));
    if (only instanceof Danger danger && count[0] > 0) {
      out.println(ScreenText.text(Wrapped.hanging("", danger.remedy())));
    }
  }

  /** One server with all that is known. */
  void printOne(PrintWriter out, Judged<AntivirusLine> servers) {
    LiveWords.screen(standing.fleet().live()).forEach(line -> out.println(ScreenText.text(line)));
    servers.each(line -> {
      List<String> lines = new ArrayList<>();
      lines.add(
          "%s · ring %s (%s)"
              .formatted(
                  line.server().name(), line.server().ring(), line.antivirus().wanted().word()));
      line.today()
          .danger()
          .ifPresent(danger -> {
            lines.add(field("danger", danger.title()));
            lines.add(field("what to do", danger.remedy()));
          });
      lines.add(field("protected by", line.today().protectedBy()));
      lines.add(field("why", line.antivirus().why()));
      lines.add(field("after the plan", line.after().products() + ": " + line.after().why()));
      lines.forEach(text -> out.println(ScreenText.text(text)));
    });
  }

  private static String field(String name, String value) {
    return Wrapped.hanging("  " + ScreenText.padded(name, NAMES) + "  ", value);
  }
}

package dev.garrison.cli.lab;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Text of the state of a running lab. */
final class LabScreen {
  private static final int NAME = 8;
  private static final int KIND = 26;

  private static final List<Text> NAMES =
      List.of(
          Text.of("lab.version"),
          Text.of("lab.time"),
          Text.of("lab.site"),
          Text.of("lab.wsus"),
          Text.of("lab.faults"),
          Text.of("lab.fault"));

  private LabScreen() {}

  /** Lines of the state. */
  static List<String> lines(LabStatus status, TerminalTime time) {
    List<String> lines = new ArrayList<>();
    lines.add(line(Text.of("lab.version"), releases(status)));
    lines.add(line(Text.of("lab.time"), speed(status, time.minute(status.time()))));
    lines.add(line(Text.of("lab.site"), status.adminService()));
    status.updateServers().forEach(server -> lines.add(line(Text.of("lab.wsus"), server)));
    lines.addAll(faults(status));
    return lines;
  }

  /** Lines of the kinds of faults. */
  static List<String> kinds() {
    return Stream.of(LabFaultKind.values())
        .map(kind ->
            "  "
                + ScreenText.padded(kind.word() + (kind.ofServers() ? " SERVER..." : ""), KIND)
                + " "
                + kind.effect().shown())
        .toList();
  }

  /** Lines of the active faults. */
  static List<String> faults(LabStatus status) {
    return status.faults().isEmpty()
        ? List.of(line(Text.of("lab.faults"), Text.of("lab.no-faults").shown()))
        : status.faults().stream().map(fault -> line(Text.of("lab.fault"), fault)).toList();
  }

  private static String releases(LabStatus status) {
    return status.releases().isEmpty()
        ? status.version()
        : Text.of("lab.releases", "version", status.version(), "releases", status.releases())
            .shown();
  }

  private static String speed(LabStatus status, String time) {
    return switch (status.speed()) {
      case 0 -> Text.of("lab.stopped", "time", time).shown();
      case 1 -> time;
      default ->
          Text.of("lab.speed", "time", time, "speed", String.valueOf(status.speed())).shown();
    };
  }

  private static String line(Text name, String value) {
    int width = NAMES.stream().mapToInt(each -> Cells.of(each.shown())).reduce(NAME, Math::max);
    return ScreenText.padded(name.shown(), width) + " " + value;
  }
}

package dev.garrison.cli.lab;

import dev.garrison.cli.output.TerminalTime;
import java.util.ArrayList;
import java.util.List;

/** Text of the state of a running lab. */
final class LabScreen {
  private LabScreen() {}

  /** Lines of the state. */
  static List<String> lines(LabStatus status, TerminalTime time) {
    List<String> lines = new ArrayList<>();
    lines.add(line("Version", status.version() + releases(status)));
    lines.add(line("Time", time.minute(status.time()) + speed(status)));
    lines.add(line("Site", status.adminService()));
    status.updateServers().forEach(server -> lines.add(line("WSUS", server)));
    lines.addAll(faults(status));
    return lines;
  }

  /** Lines of the active faults. */
  static List<String> faults(LabStatus status) {
    return status.faults().isEmpty()
        ? List.of(line("Faults", "none"))
        : status.faults().stream().map(fault -> line("Fault", fault)).toList();
  }

  private static String releases(LabStatus status) {
    return status.releases().isEmpty()
        ? ""
        : " (can be upgraded to " + String.join(", ", status.releases()) + ")";
  }

  private static String speed(LabStatus status) {
    return switch (status.speed()) {
      case 0 -> " (stopped)";
      case 1 -> "";
      default -> " (runs %d times as fast)".formatted(status.speed());
    };
  }

  private static String line(String name, String value) {
    return "%-8s %s".formatted(name, value);
  }
}

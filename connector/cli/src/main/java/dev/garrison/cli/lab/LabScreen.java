package dev.garrison.cli.lab;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text of the state of a running lab. */
final class LabScreen {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private LabScreen() {}

  /** Time on the site. */
  static String time(LabStatus status) {
    return TIME.format(status.time());
  }

  /** Lines of the state. */
  static List<String> lines(LabStatus status) {
    List<String> lines = new ArrayList<>();
    lines.add(line("Version", status.version() + releases(status)));
    lines.add(line("Time", time(status) + speed(status)));
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

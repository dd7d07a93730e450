package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.connection.resilience.ServerCounts;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.List;

/** Renders what was unusual in the traffic with a server, in one line. */
public final class TrafficView {
  private TrafficView() {}

  /** The line, without a line end. */
  public static String line(ServerCounts counts) {
    List<Text> parts = new ArrayList<>();
    add(parts, "traffic.repeated", counts.repeated());
    add(parts, "traffic.instead", counts.instead());
    add(parts, "traffic.waits", counts.waits());
    add(parts, "traffic.set-aside", counts.setAside());
    return ScreenText.text(
        Text.of(
                "traffic.requests",
                "server",
                counts.server(),
                "count",
                counts.requests(),
                "parts",
                parts)
            .shown());
  }

  private static void add(List<Text> parts, String key, long count) {
    if (count > 0) {
      parts.add(Text.of(key, "count", count));
    }
  }
}

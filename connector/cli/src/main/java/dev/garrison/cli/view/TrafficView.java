package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.connection.resilience.ServerCounts;
import java.util.ArrayList;
import java.util.List;

/** Renders what was unusual in the traffic with a server, in one line. */
public final class TrafficView {
  private TrafficView() {}

  /** The line, without a line end. */
  public static String line(ServerCounts counts) {
    List<String> parts = new ArrayList<>();
    add(parts, counts.repeated(), " repeated");
    add(parts, counts.instead(), " in place of another provider");
    add(parts, counts.waits(), " after waiting for a free place");
    if (counts.setAside() > 0) {
      parts.add("set aside " + times(counts.setAside()) + " after failures in a row");
    }
    return ScreenText.text(
        "Requests to %s: %d, %s."
            .formatted(counts.server(), counts.requests(), String.join(", ", parts)));
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + what);
    }
  }

  private static String times(long count) {
    return count == 1 ? "once" : count + " times";
  }
}

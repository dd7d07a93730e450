package dev.garrison.cli.rollout;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.fleet.standing.HaltedServers;
import dev.garrison.fleet.standing.HaltedServers.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Servers that may still run the deployments of a halted ring, for the screen. */
final class StillRunningView {
  private static final int MOST_LINES = 20;

  private StillRunningView() {}

  /** Text for all rings, without a final line end. */
  static String render(List<HaltedServers> rings, TerminalTime time) {
    return String.join(
        System.lineSeparator(), rings.stream().map(ring -> render(ring, time)).toList());
  }

  private static String render(HaltedServers ring, TerminalTime time) {
    List<String> lines = new ArrayList<>();
    lines.add(Wrapped.hanging("  ", sentence(ring)));
    ring.named().stream().limit(MOST_LINES).map(each -> line(each, time)).forEach(lines::add);
    if (ring.all() > MOST_LINES) {
      lines.add(
          "    and %d more: 'garrison status --ring %s --csv' names every server"
              .formatted(ring.all() - MOST_LINES, ring.ring()));
    }
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static String sentence(HaltedServers ring) {
    if (ring.targeted() == 0) {
      return "The site shows no server that a deployment of ring %s targets. Where it was deleted, the folder 'status' in the state folder has what was known; its servers may still run it."
          .formatted(ring.ring());
    }
    if (ring.all() == 0) {
      return "None of the %d servers that deployments of ring %s target may still run them, as far as the site knows."
          .formatted(ring.targeted(), ring.ring());
    }
    return "%d of the %d servers that deployments of ring %s target may still run them, until each fetches policy: %s."
        .formatted(ring.all(), ring.targeted(), ring.ring(), parts(ring));
  }

  private static String parts(HaltedServers ring) {
    Map<String, Integer> parts = new LinkedHashMap<>();
    parts.put("%d under way", ring.underWay());
    parts.put("%d failed and waiting to try again", ring.waitingToRetry());
    parts.put("%d of which nothing was heard", ring.silent());
    return parts.entrySet().stream()
        .filter(part -> part.getValue() > 0)
        .map(part -> part.getKey().formatted(part.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String line(Named server, TerminalTime time) {
    return "    %s  %s: %s%s"
        .formatted(
            server.name(),
            server.deployment(),
            server.state(),
            server.since().map(since -> ", since " + time.minute(since)).orElse(""));
  }
}

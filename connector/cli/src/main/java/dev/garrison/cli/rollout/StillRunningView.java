package dev.garrison.cli.rollout;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.fleet.standing.HaltedServers;
import dev.garrison.fleet.standing.HaltedServers.Named;
import dev.garrison.fleet.table.CompanionState;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.List;

/** Servers that may still run the deployments of a halted ring, for the screen. */
final class StillRunningView {
  private static final int MOST_LINES = 20;

  private StillRunningView() {}

  /** Text for all rings, without a final line end. */
  static String render(List<HaltedServers> rings, TerminalTime time) {
    List<String> texts =
        new ArrayList<>(
            rings.stream()
                .filter(ring -> ring.targeted() > 0)
                .map(ring -> render(ring, time))
                .toList());
    List<String> untargeted =
        rings.stream().filter(ring -> ring.targeted() == 0).map(HaltedServers::ring).toList();
    if (!untargeted.isEmpty()) {
      texts.add(
          ScreenText.text(
              Wrapped.hanging(
                  "  ",
                  Text.of("halted.none-targeted", "count", untargeted.size(), "rings", untargeted)
                      .shown())));
    }
    return String.join(System.lineSeparator(), texts);
  }

  private static String render(HaltedServers ring, TerminalTime time) {
    List<String> lines = new ArrayList<>();
    lines.add(Wrapped.hanging("  ", sentence(ring)));
    ring.named().stream().limit(MOST_LINES).map(each -> line(each, time)).forEach(lines::add);
    if (ring.all() > MOST_LINES) {
      lines.add(
          "    "
              + Text.of("halted.more", "count", ring.all() - MOST_LINES, "ring", ring.ring())
                  .shown());
    }
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static String sentence(HaltedServers ring) {
    if (ring.all() == 0) {
      return Text.of("halted.none", "all", ring.targeted(), "ring", ring.ring()).shown();
    }
    return Text.of(
            "halted.some",
            "count",
            ring.all(),
            "all",
            ring.targeted(),
            "ring",
            ring.ring(),
            "parts",
            parts(ring))
        .shown();
  }

  private static List<Text> parts(HaltedServers ring) {
    List<Text> parts = new ArrayList<>();
    add(parts, "halted.in-progress", ring.underWay());
    add(parts, "halted.retrying", ring.waitingToRetry());
    add(parts, "halted.no-status", ring.silent());
    return parts;
  }

  private static void add(List<Text> parts, String key, int count) {
    if (count > 0) {
      parts.add(Text.of(key, "count", count));
    }
  }

  /** The same where the servers could not be read. */
  static String unread(RefusalException failure) {
    return Text.of("halted.unread", "problem", failure.diagnostics().getFirst().message().problem())
        .shown();
  }

  private static String line(Named server, TerminalTime time) {
    return "    "
        + Text.of(
                server.since().isPresent() ? "halted.server-since" : "halted.server",
                "server",
                server.name(),
                "deployment",
                deployment(server.deployment()),
                "state",
                Text.recorded(server.state()),
                "since",
                server.since().map(time::minute).orElse(""))
            .shown();
  }

  /** A ring's deployment by its word in answers to programs. */
  private static Text deployment(String word) {
    if (word.equals(CompanionState.ANTIVIRUS_MODE.word())) {
      return Text.of("halted.mode");
    }
    return word.equals(CompanionState.SETTINGS.word())
        ? Text.of("halted.settings")
        : Text.of("halted.onboarding");
  }
}

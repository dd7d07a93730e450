package dev.garrison.cli.fleet;

import dev.garrison.cli.output.ReportPage;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveCensus;
import dev.garrison.language.DurationText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders who was asked with {@code --live}, and the answers. */
public final class LiveWords {
  private LiveWords() {}

  /** Counts the servers that answered, and names those that did not and questions that failed. */
  public static List<String> lines(LiveCensus census) {
    List<String> lines = new ArrayList<>();
    if (census.asked() == 0) {
      lines.add("Asked live: no server could be asked.");
    } else {
      lines.add(
          "Asked live: %d of %s answered within %s%s."
              .formatted(
                  census.answered(),
                  Figures.servers(census.asked()),
                  DurationText.of(census.waited()),
                  census.ended() ? ", when the waiting was ended" : ""));
    }
    if (census.silent() > 0) {
      lines.add(
          "Still pending: %s (%s). They are off, or slow; what is said of them is older."
              .formatted(
                  Figures.servers(census.silent()),
                  Figures.names(census.pending(), census.silent())));
    }
    return lines;
  }

  /**
   * Renders the same for a screen, with the questions that failed; empty if no server was asked.
   */
  public static List<String> screen(Optional<LiveCensus> census) {
    List<String> lines = new ArrayList<>();
    census.ifPresent(asked -> {
      lines(asked).forEach(line -> lines.add(Wrapped.hanging("", line)));
      asked.notes().forEach(note -> lines.add(Wrapped.hanging("  - ", note)));
    });
    return lines;
  }

  /** Adds the same to a table of facts. */
  public static void facts(ReportPage page, Optional<LiveCensus> census) {
    census.ifPresent(asked -> {
      page.fact("Asked live", String.join(" ", lines(asked)));
      asked.notes().forEach(note -> page.fact("Not asked", note));
    });
  }

  /** Renders one answer. */
  static String of(LiveAnswer answer) {
    return "Sense %s, WinDefend %s, antivirus %s, ForceDefenderPassiveMode %s, platform %s, sensor %s"
        .formatted(
            answer.sense().word(),
            answer.defender().word(),
            answer.runningMode().orElse("not told"),
            answer.forcePassive().orElse("not told"),
            answer.platform().orElse("not told"),
            answer.sensor().orElse("not told"));
  }
}

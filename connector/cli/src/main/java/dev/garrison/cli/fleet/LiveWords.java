package dev.garrison.cli.fleet;

import dev.garrison.cli.output.ReportPage;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveCensus;
import dev.garrison.fleet.live.LiveService;
import dev.garrison.language.Text;
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
      lines.add(Text.of("asked.none").shown());
    } else {
      lines.add(
          Text.of(
                  census.ended() ? "asked.ended" : "asked.answered",
                  "answered",
                  census.answered(),
                  "count",
                  census.asked(),
                  "duration",
                  census.waited())
              .shown());
    }
    if (census.silent() > 0) {
      lines.add(
          Text.of(
                  "asked.pending",
                  "count",
                  census.silent(),
                  "names",
                  Figures.names(census.pending(), census.silent()))
              .shown());
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
      asked.notes().forEach(note -> lines.add(Wrapped.hanging("  - ", note.shown())));
    });
    return lines;
  }

  /** Adds the same to a table of facts. */
  public static void facts(ReportPage page, Optional<LiveCensus> census) {
    census.ifPresent(asked -> {
      page.fact(Text.of("report.asked").shown(), String.join(" ", lines(asked)));
      asked.notes().forEach(note -> page.fact(Text.of("report.not-asked").shown(), note.shown()));
    });
  }

  /** Renders one answer. */
  static String of(LiveAnswer answer) {
    return Text.of(
            "asked.answer",
            "sense",
            state(answer.sense()),
            "defender",
            state(answer.defender()),
            "mode",
            known(answer.runningMode()),
            "passive",
            known(answer.forcePassive()),
            "platform",
            known(answer.platform()),
            "sensor",
            known(answer.sensor()),
            "onboarding",
            exists(answer.onboardingInfo()),
            "offboarding",
            exists(answer.offboardingValue()))
        .shown();
  }

  private static Text state(LiveService service) {
    return switch (service) {
      case RUNNING -> Text.of("asked.running");
      case STOPPED -> Text.of("asked.stopped");
      case DISABLED -> Text.of("asked.disabled");
      case MISSING -> Text.of("asked.missing");
    };
  }

  private static Text exists(Optional<Boolean> value) {
    return value
        .map(there -> Text.of(there ? "asked.set" : "asked.not-set"))
        .orElseGet(() -> Text.of("asked.unknown"));
  }

  private static Text known(Optional<String> value) {
    return value
        .map(known ->
            known.equals(LiveAnswer.NOT_SET) ? Text.of("asked.not-set") : Text.verbatim(known))
        .orElseGet(() -> Text.of("asked.unknown"));
  }
}

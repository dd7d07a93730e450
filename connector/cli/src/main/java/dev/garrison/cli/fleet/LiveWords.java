package dev.garrison.cli.fleet;

import dev.garrison.cli.view.Wrapped;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveCensus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who was asked and what they answered, as people and programs read it. */
public final class LiveWords {
  private LiveWords() {}

  /** How many answered, who did not, and what could not be asked. */
  public static List<String> lines(LiveCensus census) {
    List<String> lines = new ArrayList<>();
    if (census.asked() == 0) {
      lines.add("Asked live: no server could be asked.");
    } else {
      lines.add(
          "Asked live: %d of %s answered within %s%s."
              .formatted(
                  census.answered(),
                  Words.servers(census.asked()),
                  duration(census.waited()),
                  census.ended() ? ", when the waiting was ended" : ""));
    }
    if (census.silent() > 0) {
      int more = census.silent() - census.pending().size();
      lines.add(
          "Still pending: %s (%s%s). They are off, or slow; what is said of them is older."
              .formatted(
                  Words.servers(census.silent()),
                  String.join(", ", census.pending()),
                  more > 0 ? " and %d more".formatted(more) : ""));
    }
    return lines;
  }

  /** The same for a screen, with what could not be asked; nothing where nobody was to be asked. */
  public static List<String> screen(Optional<LiveCensus> census) {
    List<String> lines = new ArrayList<>();
    census.ifPresent(asked -> {
      lines(asked).forEach(line -> lines.add(Wrapped.hanging("", line)));
      asked.notes().forEach(note -> lines.add(Wrapped.hanging("  - ", note)));
    });
    return lines;
  }

  /** The same for programs. */
  public static Map<String, Object> fields(LiveCensus census) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("asked", census.asked());
    fields.put("answered", census.answered());
    fields.put("pending", census.silent());
    fields.put("waitedSeconds", census.waited().toSeconds());
    fields.put("ended", census.ended());
    fields.put("notes", census.notes());
    return fields;
  }

  /** What one server answered, for programs. */
  public static Map<String, Object> fields(LiveAnswer answer) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("at", answer.at());
    fields.put("sense", answer.sense().word());
    fields.put("winDefend", answer.defender().word());
    fields.put("forceDefenderPassiveMode", answer.forcePassive());
    fields.put("disableAntiSpyware", answer.disabledByPolicy());
    fields.put("amRunningMode", answer.runningMode());
    fields.put("platformVersion", answer.platform());
    fields.put("sensorVersion", answer.sensor());
    return fields;
  }

  /** In words. */
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

  /** Seconds below two minutes, else minutes. */
  static String duration(Duration duration) {
    return duration.compareTo(Duration.ofMinutes(2)) < 0
        ? duration.toSeconds() + " s"
        : duration.toMinutes() + " min";
  }
}

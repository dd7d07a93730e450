package dev.garrison.fleet.antivirus;

import dev.garrison.fleet.antivirus.AntivirusState.Defender;
import dev.garrison.language.Text;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words for what is known about the antivirus of servers. */
public final class AntivirusWords {
  /** Remark on a site whose inventory does not have the running mode. */
  public static final String MODE_UNTOLD = Text.of("antivirus-state.mode-untold").toString();

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private AntivirusWords() {}

  /** Summary of servers in one line. */
  public static Text verdict(int inDanger, int servers, int unknown) {
    if (servers == 0) {
      return Text.of("antivirus-verdict.none");
    }
    return Text.of(
        inDanger == 0
            ? unknown == 0 ? "antivirus-verdict.safe" : "antivirus-verdict.safe-unknown"
            : unknown == 0 ? "antivirus-verdict.danger" : "antivirus-verdict.danger-unknown",
        "danger",
        inDanger,
        "count",
        servers,
        "unknown",
        unknown);
  }

  static String onOff(boolean on) {
    return on ? "on" : "off";
  }

  /** Facts behind a state, each with its source and its age. */
  static Text why(AntivirusState state) {
    List<Text> parts = new ArrayList<>();
    state
        .mode()
        .ifPresent(told ->
            parts.add(
                Text.of("antivirus-fact.mode", "mode", told.value().word(), "source", from(told))));
    state
        .realTime()
        .ifPresent(told ->
            parts.add(
                Text.of(
                    told.value() ? "antivirus-fact.real-time-on" : "antivirus-fact.real-time-off",
                    "source",
                    from(told))));
    state.other().ifPresent(told -> parts.add(other(told)));
    state
        .idle()
        .ifPresent(product -> parts.add(Text.of("antivirus-fact.idle", "product", product)));
    state
        .sensor()
        .ifPresent(product -> parts.add(Text.of("antivirus-fact.sensor", "product", product)));
    if (state.mode().isEmpty()) {
      parts.add(
          Text.of(isStopped(state) ? "antivirus-fact.stopped" : "antivirus-fact.mode-unknown"));
    }
    if (state.idle().isEmpty() && state.danger().isPresent()) {
      alone(state).ifPresent(parts::add);
    }
    return parts.reversed().stream()
        .reduce((rest, first) -> Text.of("antivirus-fact.and", "first", first, "rest", rest))
        .orElseThrow();
  }

  /** Services or the Endpoint Protection client tell so, where nothing tells why it is off. */
  private static boolean isStopped(AntivirusState state) {
    return state.defender() == Defender.OFF && state.realTime().filter(on -> !on.value()).isEmpty();
  }

  private static Optional<Text> alone(AntivirusState state) {
    return switch (state.others()) {
      case YES -> Optional.empty();
      case NO -> Optional.of(Text.of("antivirus-state.no-other"));
      case UNKNOWN -> Optional.of(Text.of("antivirus-fact.other-unknown"));
    };
  }

  private static Text other(Told<String> told) {
    return told.source() == Told.Source.MANIFEST
        ? Text.of("antivirus-fact.stated", "product", told.value())
        : Text.of("antivirus-fact.running", "product", told.value(), "source", from(told));
  }

  private static Text from(Told<?> told) {
    return told.at()
        .map(at ->
            Text.of(
                "antivirus-fact.at", "source", told.source().text(), "time", MINUTES.format(at)))
        .orElseGet(() -> told.source().text());
  }
}

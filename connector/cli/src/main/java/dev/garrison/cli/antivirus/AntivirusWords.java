package dev.garrison.cli.antivirus;

import dev.garrison.cli.fleet.Figures;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.RunningMode;
import dev.garrison.fleet.antivirus.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words for the known facts about a server's antivirus. */
final class AntivirusWords {
  private static final String UNKNOWN = "not known";

  private AntivirusWords() {}

  static String mode(AntivirusState state) {
    return state.mode().map(Told::value).map(RunningMode::word).orElse(UNKNOWN);
  }

  static String realTime(AntivirusState state) {
    return state.realTime().map(told -> told.value() ? "on" : "off").orElse("not told");
  }

  /** Facts behind a state, each with its source and its age. */
  static String why(AntivirusState state) {
    List<String> parts = new ArrayList<>();
    state
        .mode()
        .ifPresent(told -> parts.add("mode %s (%s)".formatted(told.value().word(), from(told))));
    state
        .realTime()
        .ifPresent(told ->
            parts.add(
                "real-time protection %s (%s)".formatted(told.value() ? "on" : "off", from(told))));
    state.other().ifPresent(told -> parts.add("%s (%s)".formatted(told.value(), other(told))));
    state.idle().ifPresent(product -> parts.add(product + " installed, not seen running"));
    state.sensor().ifPresent(product -> parts.add(product + ", a sensor only"));
    if (state.mode().isEmpty()) {
      parts.add("mode not known");
    }
    return String.join("; ", parts);
  }

  private static String other(Told<String> told) {
    return told.source() == Told.Source.MANIFEST
        ? "stated in the manifest"
        : "running, " + from(told);
  }

  static String from(Told<?> told) {
    return told.source().title() + told.at().map(at -> ", " + Figures.time(at)).orElse("");
  }

  static Optional<String> source(Optional<? extends Told<?>> told) {
    return told.map(known -> known.source().word());
  }
}

package dev.garrison.fleet.antivirus;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Words for the known facts about a server's antivirus. */
final class AntivirusWords {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private AntivirusWords() {}

  static String onOff(boolean on) {
    return on ? "on" : "off";
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
            parts.add("real-time protection %s (%s)".formatted(onOff(told.value()), from(told))));
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

  private static String from(Told<?> told) {
    return told.source().title() + told.at().map(at -> ", " + MINUTES.format(at)).orElse("");
  }
}

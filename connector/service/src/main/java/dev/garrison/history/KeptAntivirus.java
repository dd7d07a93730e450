package dev.garrison.history;

import dev.garrison.fleet.antivirus.AntivirusFacts;
import dev.garrison.history.AntivirusHistory.Look;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import dev.garrison.language.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Antivirus of one server, as rows of the history hold it. */
record KeptAntivirus(Optional<Integer> format, AntivirusFacts facts) implements JsonForm {
  private static final int FORMAT = 1;

  /** Facts of a look at all servers. */
  record KeptLook(Optional<Integer> format, Instant at, boolean tellsMode, List<String> notes)
      implements JsonForm {}

  static String text(Json json, AntivirusFacts facts) {
    return json.canonical(new KeptAntivirus(Optional.of(FORMAT), facts));
  }

  static String text(Json json, Look look) {
    return json.canonical(
        new KeptLook(Optional.of(FORMAT), look.at(), look.tellsMode(), look.notes()));
  }

  static AntivirusFacts facts(Json json, String server, String text) {
    return KeptJson.required(
        Text.of("history.what-antivirus", "server", server),
        () ->
            KeptJson.read(
                json, json.parse(text), FORMAT, KeptAntivirus.class, KeptAntivirus::facts));
  }

  static Look look(Json json, String text) {
    return KeptJson.required(
        Text.of("history.what-antivirus-check"),
        () ->
            KeptJson.read(
                json,
                json.parse(text),
                FORMAT,
                KeptLook.class,
                kept -> new Look(kept.at(), kept.tellsMode(), kept.notes())));
  }
}

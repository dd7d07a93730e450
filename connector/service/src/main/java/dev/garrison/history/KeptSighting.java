package dev.garrison.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.RingSeen;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.JsonForm;
import dev.garrison.language.Text;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.AntivirusCounts;
import dev.garrison.ring.RingHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One sighting of a run, as rows of the history hold it. Sightings are stored in a list, so each
 * names the number of the form.
 *
 * @param ring absent for other kinds, and in rows of earlier versions
 */
record KeptSighting(
    Optional<Integer> format,
    String kind,
    String name,
    String state,
    String words,
    Optional<Ring> ring)
    implements JsonForm {
  private static final int FORMAT = 2;

  /**
   * Facts of a ring.
   *
   * @param antivirus absent in rows of earlier versions
   */
  record Ring(
      Instant at,
      Optional<Instant> opened,
      int members,
      int maxDevices,
      Health health,
      Gate gate,
      Optional<AntivirusCounts> antivirus)
      implements JsonForm {
    static Ring of(RingSeen seen) {
      return new Ring(
          seen.at(),
          seen.opened(),
          seen.members(),
          seen.maxDevices(),
          Health.of(seen.health()),
          Gate.of(seen.gate()),
          seen.antivirus());
    }

    RingSeen seen() {
      return new RingSeen(at, opened, members, maxDevices, health.health(), gate.gate(), antivirus);
    }
  }

  record Health(int onboarded, int failed, int underWay, int notReady, int silent)
      implements JsonForm {
    static Health of(RingHealth health) {
      return new Health(
          health.onboarded(),
          health.failed(),
          health.underWay(),
          health.notReady(),
          health.silent());
    }

    RingHealth health() {
      return new RingHealth(onboarded, failed, underWay, notReady, silent);
    }
  }

  /**
   * Criteria of the ring's gate.
   *
   * @param soak a duration of ISO 8601, such as {@code PT72H}
   * @param stalledAfter likewise
   */
  record Gate(int onboarded, int failed, int reporting, String soak, String stalledAfter)
      implements JsonForm {
    static Gate of(RingGate gate) {
      return new Gate(
          gate.onboarded(),
          gate.failed(),
          gate.reporting(),
          gate.soak().toString(),
          gate.stalledAfter().toString());
    }

    RingGate gate() {
      return new RingGate(
          onboarded, failed, reporting, Duration.parse(soak), Duration.parse(stalledAfter));
    }
  }

  static String text(Json json, List<Sighting> sightings) {
    ArrayNode list = json.array();
    sightings.forEach(each -> list.add(json.tree(of(each))));
    return json.canonical(list);
  }

  private static KeptSighting of(Sighting sighting) {
    return new KeptSighting(
        Optional.of(FORMAT),
        sighting.kind(),
        sighting.name(),
        sighting.state(),
        sighting.words(),
        sighting.ring().map(Ring::of));
  }

  /** Reads the sightings of a run. */
  static List<Sighting> read(Json json, long run, String text) {
    return KeptJson.required(
        Text.of("history.what-seen", "run", String.valueOf(run)), () -> read(json, text));
  }

  private static List<Sighting> read(Json json, String text) {
    JsonNode tree = json.parse(text);
    if (!tree.isArray()) {
      throw new JsonException(Text.of("json.no-list"));
    }
    List<Sighting> sightings = new ArrayList<>();
    tree.forEach(each ->
        sightings.add(
            KeptJson.read(json, each, FORMAT, KeptSighting.class, KeptSighting::sighting)));
    return sightings;
  }

  private Sighting sighting() {
    return new Sighting(kind, name, state, words, ring.map(Ring::seen));
  }
}

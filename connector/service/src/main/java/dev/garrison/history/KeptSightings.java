package dev.garrison.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.json.Json;
import java.util.List;

/** What runs saw, as text in the database. */
final class KeptSightings {
  private KeptSightings() {}

  static String text(Json json, List<Sighting> sightings) {
    return json.canonical(sightings);
  }

  /** Earlier versions kept no more of a ring than its state. */
  static List<Sighting> read(Json json, String text) {
    JsonNode tree = json.parse(text);
    for (JsonNode each : tree) {
      if (each instanceof ObjectNode sighting && !sighting.has("ring")) {
        sighting.putNull("ring");
      }
    }
    return List.of(json.read(tree, Sighting[].class));
  }
}

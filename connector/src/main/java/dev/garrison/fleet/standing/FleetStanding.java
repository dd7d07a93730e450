package dev.garrison.fleet.standing;

import dev.garrison.fleet.Judge;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.recipe.ring.RingReport;
import java.time.Instant;
import java.util.List;

/**
 * Where every server of a manifest stands.
 *
 * @param site its code
 * @param rings decided from the same rows
 * @param judge says it of each server
 * @param notes what the site does not tell
 */
public record FleetStanding(
    String manifest,
    String site,
    Instant asOf,
    List<RingReport> rings,
    Fleet fleet,
    Judge judge,
    List<String> notes) {
  public FleetStanding {
    rings = List.copyOf(rings);
    notes = List.copyOf(notes);
  }
}

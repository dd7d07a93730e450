package dev.garrison.fleet.standing;

import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.live.LiveCensus;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.ring.RingReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where every server of a manifest stands.
 *
 * @param site its code
 * @param rings decided from the same rows
 * @param judge says it of each server
 * @param notes what the site does not tell
 * @param live who was asked itself; empty where nobody was
 */
public record FleetStanding(
    String manifest,
    String site,
    Instant asOf,
    List<RingReport> rings,
    Fleet fleet,
    ServerStateRules judge,
    List<String> notes,
    Optional<LiveCensus> live) {
  public FleetStanding {
    rings = List.copyOf(rings);
    notes = List.copyOf(notes);
  }
}

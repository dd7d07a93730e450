package dev.garrison.fleet.standing;

import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.live.LiveCensus;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.ring.RingReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Status of every server of a manifest.
 *
 * @param site its code
 * @param rings decided from the same rows
 * @param judge determines the status of each server
 * @param notes facts that the site does not report
 * @param live servers that were asked directly; empty where none were
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

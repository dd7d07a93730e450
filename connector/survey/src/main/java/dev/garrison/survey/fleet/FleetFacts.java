package dev.garrison.survey.fleet;

import dev.garrison.fleet.live.LiveCensus;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.survey.ring.RingFacts;
import java.util.List;
import java.util.Optional;

/**
 * What a site knows of a manifest's servers.
 *
 * @param rings what the rings' decisions depend on, counted from the same rows
 * @param notes what the site does not tell, and what would make it
 * @param live who was asked itself; empty where nobody was
 */
public record FleetFacts(
    Fleet fleet, RingFacts rings, List<String> notes, Optional<LiveCensus> live) {
  public FleetFacts {
    notes = List.copyOf(notes);
  }

  /** Facts of the site alone. */
  FleetFacts(Fleet fleet, RingFacts rings, List<String> notes) {
    this(fleet, rings, notes, Optional.empty());
  }

  /** The same after servers were asked themselves. */
  public FleetFacts with(LiveCensus census) {
    return new FleetFacts(fleet, rings, notes, Optional.of(census));
  }
}

package dev.garrison.survey.fleet;

import dev.garrison.fleet.table.Fleet;
import dev.garrison.survey.ring.RingFacts;
import java.util.List;

/**
 * What a site knows of a manifest's servers.
 *
 * @param rings what the rings' decisions depend on, counted from the same rows
 * @param notes what the site does not tell, and what would make it
 */
public record FleetFacts(Fleet fleet, RingFacts rings, List<String> notes) {
  public FleetFacts {
    notes = List.copyOf(notes);
  }
}

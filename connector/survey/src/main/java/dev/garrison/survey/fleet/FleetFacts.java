package dev.garrison.survey.fleet;

import dev.garrison.fleet.live.LiveCensus;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.survey.ring.RingFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Facts about a manifest's servers from its site.
 *
 * @param rings the facts for the rings' decisions, counted from the same rows
 * @param notes facts that the site does not report, and how to change that
 * @param live servers that were asked directly; empty where none were
 */
public record FleetFacts(
    Fleet fleet, RingFacts rings, List<String> notes, Optional<LiveCensus> live) {
  public FleetFacts {
    notes = List.copyOf(notes);
  }

  /** Creates facts from the site only. */
  FleetFacts(Fleet fleet, RingFacts rings, List<String> notes) {
    this(fleet, rings, notes, Optional.empty());
  }

  /** Copy with the antivirus of the servers of each ring. */
  public FleetFacts with(Map<String, RingAntivirus> antivirus) {
    return new FleetFacts(fleet, rings.withAntivirus(antivirus), notes, live);
  }

  /**
   * Copy after servers were asked directly.
   *
   * @param antivirus of the servers of each ring, counted with their answers
   */
  public FleetFacts with(LiveCensus census, Map<String, RingAntivirus> antivirus) {
    return new FleetFacts(fleet, rings.withAntivirus(antivirus), notes, Optional.of(census));
  }
}

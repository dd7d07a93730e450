package dev.garrison.survey.fleet;

import dev.garrison.fleet.live.LiveCensus;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.survey.ring.RingFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  /**
   * Copy with the antivirus of the servers of each ring.
   *
   * @param unasked servers of the gates' samples that could not be asked, and why
   */
  public FleetFacts with(Map<String, RingAntivirus> antivirus, List<String> unasked) {
    return new FleetFacts(
        fleet,
        rings.withAntivirus(antivirus, unasked),
        Stream.concat(notes.stream(), unasked.stream()).toList(),
        live);
  }

  /**
   * Copy after servers were asked directly.
   *
   * @param antivirus of the servers of each ring, counted with their answers
   */
  public FleetFacts with(LiveCensus census, Map<String, RingAntivirus> antivirus) {
    return new FleetFacts(
        fleet, rings.withAntivirus(antivirus, List.of()), notes, Optional.of(census));
  }
}

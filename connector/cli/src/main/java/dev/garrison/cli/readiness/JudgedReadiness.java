package dev.garrison.cli.readiness;

import dev.garrison.cli.fleet.Selection;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.Tally;
import dev.garrison.fleet.readiness.Readiness;
import dev.garrison.fleet.readiness.ReadinessTally;
import dev.garrison.fleet.readiness.ServerFacts;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.ReadinessStanding;
import dev.garrison.ring.RingReport;
import java.util.List;
import java.util.Optional;

/** The servers that the command speaks of, each judged when it is its turn. */
final class JudgedReadiness {
  private final ReadinessStanding standing;
  private final int[] rows;
  private final Selection selection;
  private final Optional<Worded> only;

  /**
   * @throws dev.garrison.diagnostic.RefusalException if the ring or the server does not exist
   */
  JudgedReadiness(ReadinessStanding standing, Selection selection) {
    this(standing, standing.fleet().fleet().servers(), selection, Optional.empty());
    selection.require(rings());
  }

  private JudgedReadiness(
      ReadinessStanding standing, int[] rows, Selection selection, Optional<Worded> only) {
    this.standing = standing;
    this.rows = rows;
    this.selection = selection;
    this.only = only;
  }

  private List<String> rings() {
    return standing.fleet().rings().stream().map(RingReport::ring).toList();
  }

  /** The same, and only some of them. */
  JudgedReadiness only(Optional<Worded> some) {
    return new JudgedReadiness(standing, rows, selection, some);
  }

  /** Takes each. */
  interface Taker {
    void take(Server server, ServerFacts facts, Readiness readiness);
  }

  /** One after the other, ring by ring, in the order of names. */
  void each(Taker taker) {
    FleetStanding fleet = standing.fleet();
    for (int row : rows) {
      Server server = fleet.fleet().server(row);
      if (selection.speaksOf(server)) {
        ServerFacts facts = fleet.fleet().facts().at(row);
        Readiness readiness = standing.judge().of(server, facts);
        if (only.map(some -> Only.holds(some, readiness)).orElse(true)) {
          taker.take(server, facts, readiness);
        }
      }
    }
  }

  /**
   * All of them, counted.
   *
   * @throws dev.garrison.diagnostic.RefusalException if one is asked for that is not there
   */
  ReadinessTally tally() {
    ReadinessTally tally =
        new ReadinessTally(
            rings().stream()
                .filter(
                    name -> selection.ring().filter(ring -> !ring.equalsIgnoreCase(name)).isEmpty())
                .toList());
    each((server, _, readiness) -> tally.add(server, readiness));
    selection.requireServer(tally.servers());
    return tally;
  }

  /** How old their inventory is. */
  Optional<Tally.Ages> ages() {
    Tally tally = new Tally(List.of());
    each((server, _, _) -> tally.add(server, standing.fleet().judge().of(server)));
    return tally.ages(standing.fleet().asOf());
  }
}

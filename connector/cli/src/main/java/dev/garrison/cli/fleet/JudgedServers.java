package dev.garrison.cli.fleet;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.Tally;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.ring.RingReport;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The servers that a command speaks of, each judged when it is its turn. */
final class JudgedServers {
  private final FleetStanding standing;
  private final int[] rows;
  private final Selection selection;
  private final Predicate<Verdict> shown;

  /**
   * @throws dev.garrison.diagnostic.RefusalException if the ring or the server does not exist
   */
  JudgedServers(FleetStanding standing, Selection selection) {
    this(standing, standing.fleet().servers(), selection, _ -> true);
    selection.require(rings());
  }

  private JudgedServers(
      FleetStanding standing, int[] rows, Selection selection, Predicate<Verdict> shown) {
    this.standing = standing;
    this.rows = rows;
    this.selection = selection;
    this.shown = shown;
  }

  private List<String> rings() {
    return standing.rings().stream().map(RingReport::ring).toList();
  }

  /** The same in one state, or in all. */
  JudgedServers only(@Nullable ServerState state) {
    return new JudgedServers(
        standing,
        rows,
        selection,
        verdict ->
            Optional.ofNullable(state).filter(wanted -> wanted != verdict.state()).isEmpty());
  }

  /** One after the other, ring by ring, in the order of names. */
  void each(BiConsumer<Server, Verdict> taker) {
    for (int row : rows) {
      Server server = standing.fleet().server(row);
      if (selection.speaksOf(server)) {
        Verdict verdict = standing.judge().of(server);
        if (shown.test(verdict)) {
          taker.accept(server, verdict);
        }
      }
    }
  }

  /**
   * All of them, counted.
   *
   * @throws dev.garrison.diagnostic.RefusalException if one is asked for that is not there
   */
  Tally tally() {
    Tally tally =
        new Tally(
            rings().stream()
                .filter(
                    name -> selection.ring().filter(ring -> !ring.equalsIgnoreCase(name)).isEmpty())
                .toList());
    each(tally::add);
    selection.requireServer(tally.servers());
    return tally;
  }
}

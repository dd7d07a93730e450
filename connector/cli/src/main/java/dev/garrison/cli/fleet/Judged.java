package dev.garrison.cli.fleet;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.LeavingServers;
import dev.garrison.fleet.standing.LeavingServers.LeavingServer;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.ring.RingReport;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The servers that a command covers, each judged when its turn comes. Only one judgment is in
 * memory at a time.
 *
 * @param <J> the judgment of one server
 */
public final class Judged<J> {
  private final FleetStanding standing;
  private final int[] rows;
  private final Selection selection;
  private final Judgment<J> judgment;
  private final List<Predicate<J>> shown;

  /**
   * Judges one server.
   *
   * @param <J> the judgment
   */
  public interface Judgment<J> {
    /** Judges the server at that row of the table. */
    J of(Server server, int row);
  }

  /**
   * @throws dev.garrison.diagnostic.RefusalException if the manifest doesn't have the ring
   */
  public Judged(FleetStanding standing, Selection selection, Judgment<J> judgment) {
    this(standing, standing.fleet().servers(), selection, judgment, List.of(_ -> true));
    selection.require(all());
  }

  private Judged(
      FleetStanding standing,
      int[] rows,
      Selection selection,
      Judgment<J> judgment,
      List<Predicate<J>> shown) {
    this.standing = standing;
    this.rows = rows;
    this.selection = selection;
    this.judgment = judgment;
    this.shown = shown;
  }

  private List<String> all() {
    return standing.rings().stream().map(RingReport::ring).toList();
  }

  /** The rings that the command covers, in the manifest's order. */
  public List<String> rings() {
    return all().stream()
        .filter(name -> selection.ring().filter(ring -> !ring.equalsIgnoreCase(name)).isEmpty())
        .toList();
  }

  /** Those of the rings that have no server at all; none where the command is about one server. */
  List<String> emptyRings() {
    return selection.server().isPresent()
        ? List.of()
        : standing.rings().stream()
            .filter(ring -> ring.members() == 0 && rings().contains(ring.ring()))
            .map(RingReport::ring)
            .toList();
  }

  /** The selected server, if it is in no ring because of {@code offboard}. */
  Optional<LeavingServer> leaving() {
    return LeavingServers.of(standing.fleet()).stream()
        .filter(each -> selection.server().isPresent() && selection.speaksOf(each.server()))
        .findFirst();
  }

  /** The same servers, one group after the other; a server may be in several of them. */
  public Judged<J> inGroups(List<Predicate<J>> groups) {
    return new Judged<>(standing, rows, selection, judgment, groups);
  }

  /** Hands over one after the other, ring by ring, in the order of names. */
  public void each(Consumer<J> taker) {
    shown.forEach(group -> each(group, taker));
  }

  private void each(Predicate<J> group, Consumer<J> taker) {
    Fleet fleet = standing.fleet();
    for (int row : rows) {
      Server server = fleet.server(row);
      if (selection.speaksOf(server)) {
        J judged = judgment.of(server, row);
        if (group.test(judged)) {
          taker.accept(judged);
        }
      }
    }
  }
}

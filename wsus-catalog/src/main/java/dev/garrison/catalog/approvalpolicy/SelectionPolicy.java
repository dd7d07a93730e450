package dev.garrison.catalog.approvalpolicy;

import dev.garrison.catalog.Supersedence;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.approvalpolicy.Untouched.Reason;
import dev.garrison.catalog.sensor.Recognition;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.catalog.sensor.SensorUpdate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Selects the newest update of each release line that is published and not superseded. Versions are
 * compared within a line only. If the order of versions and supersedence disagree, none is
 * selected. An update that does not surely belong to one of the lines is not changed.
 *
 * @param product the updates that count
 * @param lines families with channels that may be changed
 * @param most highest number of updates of the product on a server; more is treated as a mistake
 * @param licences whether license terms will be accepted
 */
public record SelectionPolicy(
    SensorProduct product, SortedSet<ReleaseLine> lines, int most, boolean licences) {
  private static final Comparator<Untouched> ORDER =
      Comparator.<Untouched, UpdateIdentity>comparing(untouched -> untouched.update().identity())
          .thenComparing(Untouched::toString);

  public SelectionPolicy {
    lines = Collections.unmodifiableSortedSet(new TreeSet<>(lines));
  }

  /**
   * Selects the current updates, independent of the order of {@code updates}.
   *
   * @param updates all updates that one server has of the KB; others among them change nothing
   * @param supersedence the updates that these name as superseded
   */
  public Selection select(Collection<Update> updates, Supersedence supersedence) {
    List<SensorUpdate> known = new ArrayList<>();
    List<Update> matching = new ArrayList<>();
    List<Untouched> untouched = new ArrayList<>();
    for (Update update : new HashSet<>(updates)) {
      switch (product.recognise(update)) {
        case Recognition.Unrelated _ -> {
          // Another KB: nobody asked for it.
        }
        case Recognition.OtherProduct _ ->
            untouched.add(Untouched.of(update, Reason.OTHER_PRODUCT));
        case Recognition.Unparseable(String why) -> {
          matching.add(update);
          untouched.add(Untouched.of(update, Reason.UNPARSEABLE_TITLE, why));
        }
        case Recognition.Ours(SensorUpdate sensor) -> {
          matching.add(update);
          known.add(sensor);
        }
      }
    }
    int found =
        (int) matching.stream().map(match -> match.identity().updateId()).distinct().count();
    return found > most
        ? new Selection.TooMany(found, most)
        : decided(known, untouched, replacing(matching, supersedence));
  }

  private Selection decided(
      List<SensorUpdate> known, List<Untouched> untouched, Replacing replacing) {
    SortedMap<ReleaseLine, Choice> choices = new TreeMap<>();
    for (ReleaseLine line : lines) {
      LineChoice choice =
          new LineChoice(
              known.stream().filter(sensor -> sensor.line().equals(line)).toList(),
              replacing,
              licences);
      choices.put(line, choice.choice());
      untouched.addAll(choice.untouched());
    }
    known.stream()
        .filter(sensor -> !lines.contains(sensor.line()))
        .map(sensor -> Untouched.of(sensor.update(), Reason.OTHER_LINE, sensor.line().toString()))
        .forEach(untouched::add);
    return new Selection.Decided(choices, untouched.stream().sorted(ORDER).toList());
  }

  /** Only updates in force can supersede: not expired or declined ones. */
  private static Replacing replacing(List<Update> matching, Supersedence supersedence) {
    List<Update> inForce =
        matching.stream()
            .filter(update -> update.standing().isInForce())
            .sorted(Comparator.comparing(Update::identity))
            .toList();
    return older ->
        inForce.stream()
            .filter(newer ->
                supersedence.replaces(newer.identity().updateId(), older.identity().updateId()))
            .toList();
  }
}

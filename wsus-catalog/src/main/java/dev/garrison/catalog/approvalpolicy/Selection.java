package dev.garrison.catalog.approvalpolicy;

import dev.garrison.catalog.sensor.ReleaseLine;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is current on one server. */
public sealed interface Selection {
  /**
   * A decision for each release line that was asked for.
   *
   * @param choices by line; no line is left out
   * @param untouched every other update of the KB, in the order of their identities
   */
  record Decided(SortedMap<ReleaseLine, Choice> choices, List<Untouched> untouched)
      implements Selection {
    public Decided {
      choices = Collections.unmodifiableSortedMap(new TreeMap<>(choices));
      untouched = List.copyOf(untouched);
    }

    /**
     * The choice of one line.
     *
     * @throws IllegalArgumentException when the line was not asked for
     */
    public Choice choice(ReleaseLine line) {
      Choice choice = choices.get(line);
      if (choice == null) {
        throw new IllegalArgumentException("nobody asked for " + line);
      }
      return choice;
    }
  }

  /**
   * More updates carry the KB number and the product than can be right: nothing is decided.
   *
   * @param found how many
   * @param most how many there may be
   */
  record TooMany(int found, int most) implements Selection {}
}

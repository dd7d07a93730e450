package dev.garrison.catalog.approvalpolicy;

import dev.garrison.catalog.sensor.ReleaseLine;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Current updates on one server. */
public sealed interface Selection {
  /**
   * A decision for each release line that was requested.
   *
   * @param choices by line; every requested line is included
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
     * @throws IllegalArgumentException when the line was not requested
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
   * No decision, because too many updates have the KB number and the product.
   *
   * @param found their number
   * @param most the highest number allowed
   */
  record TooMany(int found, int most) implements Selection {}
}

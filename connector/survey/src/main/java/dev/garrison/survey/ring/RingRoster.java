package dev.garrison.survey.ring;

import dev.garrison.engine.resource.Address;
import java.util.List;
import java.util.Set;

/**
 * The servers of a ring by name, for people. Not part of a plan's pins: what a plan rests on is
 * their number.
 *
 * @param servers how many there are
 * @param names the first of them in alphabetical order, at most {@link #MOST_NAMES}
 * @param through the objects by which Garrison reaches them
 */
public record RingRoster(String ring, int servers, List<String> names, Set<Address> through) {
  /** More than a person reads, and small enough for a page. */
  public static final int MOST_NAMES = 500;

  public RingRoster {
    names = List.copyOf(names);
    through = Set.copyOf(through);
  }

  /** How many servers are not named. */
  public int unnamed() {
    return servers - names.size();
  }

  /** The same with the objects by which Garrison reaches these servers. */
  public RingRoster reachedThrough(Set<Address> objects) {
    return new RingRoster(ring, servers, names, objects);
  }
}

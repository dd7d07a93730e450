package dev.garrison.survey.ring;

import dev.garrison.engine.resource.Address;
import java.util.List;
import java.util.Set;

/**
 * Names of the servers of a ring, for reports. They are not pinned by a plan, which depends only on
 * their number.
 *
 * @param servers number of all servers
 * @param names the first of them in alphabetical order, at most {@link #MOST_NAMES}
 * @param through the objects by which Garrison reaches them
 */
public record RingRoster(String ring, int servers, List<String> names, Set<Address> through) {
  /** Maximum number of names: enough for a reader, and small enough for a page. */
  public static final int MOST_NAMES = 500;

  public RingRoster {
    names = List.copyOf(names);
    through = Set.copyOf(through);
  }

  /** Number of servers that are not named. */
  public int unnamed() {
    return servers - names.size();
  }

  /** Copy with the objects by which Garrison reaches these servers. */
  public RingRoster reachedThrough(Set<Address> objects) {
    return new RingRoster(ring, servers, names, objects);
  }
}

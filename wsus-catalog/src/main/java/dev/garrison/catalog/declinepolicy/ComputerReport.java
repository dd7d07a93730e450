package dev.garrison.catalog.declinepolicy;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Report of one computer to the server.
 *
 * @param computer its id on the server, which is not its name
 * @param groups the groups that it is a direct member of
 * @param states by update id; a missing one counts as unknown
 */
public record ComputerReport(
    String computer, Set<UUID> groups, Map<UUID, InstallationState> states) {
  public ComputerReport {
    groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
  }

  InstallationState of(UUID update) {
    return states.getOrDefault(update, InstallationState.UNKNOWN);
  }
}

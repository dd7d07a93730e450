package dev.garrison.survey.point;

import dev.garrison.mecm.softwareupdate.UpdateCounts;
import java.util.List;
import java.util.Map;

/**
 * Compliance of the servers of one ring.
 *
 * @param servers number of servers in its collection
 * @param counts by CI_ID of the current releases
 * @param requireNone names of servers that reported and require no release of the manifest: the
 *     agent is missing there, or they are of another family
 */
public record RingCompliance(
    int servers, Map<Long, UpdateCounts> counts, List<String> requireNone) {
  public RingCompliance {
    counts = Map.copyOf(counts);
    requireNone = List.copyOf(requireNone);
  }
}

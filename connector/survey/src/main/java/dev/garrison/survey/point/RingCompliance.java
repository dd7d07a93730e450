package dev.garrison.survey.point;

import dev.garrison.mecm.softwareupdate.UpdateCounts;
import java.util.List;
import java.util.Map;

/**
 * How the servers of one ring are.
 *
 * @param servers how many are in its collection
 * @param counts by CI_ID of what is current
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

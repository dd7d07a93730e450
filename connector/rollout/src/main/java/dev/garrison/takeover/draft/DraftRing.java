package dev.garrison.takeover.draft;

import java.util.List;
import java.util.Optional;

/**
 * A ring for the manifest.
 *
 * @param collections as the manifest names them
 * @param deadline in the manifest's form
 * @param localTime as in its deployments
 * @param antivirus the manifest's word
 * @param sensorProxy of its servers, if one is set
 * @param antivirusProxy likewise
 * @param notes become comments above the ring
 */
public record DraftRing(
    String name,
    List<String> collections,
    List<String> exclude,
    DraftValue<Long> maxDevices,
    DraftValue<Deadline> deadline,
    boolean localTime,
    String antivirus,
    Optional<String> sensorProxy,
    Optional<String> antivirusProxy,
    List<String> notes) {
  public DraftRing {
    collections = List.copyOf(collections);
    exclude = List.copyOf(exclude);
    notes = List.copyOf(notes);
  }
}

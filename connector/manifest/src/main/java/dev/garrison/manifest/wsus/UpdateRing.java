package dev.garrison.manifest.wsus;

import dev.garrison.manifest.value.RingGate;
import java.util.List;
import java.util.Optional;

/**
 * Ring for the sensor's update: WSUS computer groups, and a device collection.
 *
 * <p>The groups are for WSUS, which offers updates to groups and not to collections; the collection
 * is for servers that the site updates.
 *
 * @param ring the ring's name
 * @param groups names or ids of groups, on every server; may be empty if the site updates all
 *     servers
 * @param gate the criteria that its computers must meet before the next ring gets the same version
 * @param served the servers of the ring that a software update point serves
 */
public record UpdateRing(
    String ring, List<String> groups, RingGate gate, Optional<ServedCollection> served) {
  public UpdateRing {
    groups = List.copyOf(groups);
  }
}

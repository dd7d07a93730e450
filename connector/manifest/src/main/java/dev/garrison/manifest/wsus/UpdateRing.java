package dev.garrison.manifest.wsus;

import dev.garrison.manifest.value.RingGate;
import java.util.List;
import java.util.Optional;

/**
 * One ring: computer groups, for WSUS offers an update to groups and not to collections, and a
 * collection for servers that the site updates.
 *
 * @param ring the ring's name
 * @param groups names or ids of groups, on every server; perhaps none where the site updates all
 * @param gate what its computers must show before the next ring gets the same version
 * @param served those of its servers that a software update point serves
 */
public record UpdateRing(
    String ring, List<String> groups, RingGate gate, Optional<ServedCollection> served) {
  public UpdateRing {
    groups = List.copyOf(groups);
  }
}

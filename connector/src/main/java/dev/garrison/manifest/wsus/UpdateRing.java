package dev.garrison.manifest.wsus;

import dev.garrison.manifest.value.RingGate;
import java.util.List;

/**
 * The computer groups of one ring: WSUS offers an update to groups, and not to collections.
 *
 * @param ring the ring's name
 * @param groups names or ids of groups, on every server
 * @param gate what its computers must show before the next ring gets the same version
 */
public record UpdateRing(String ring, List<String> groups, RingGate gate) {
  public UpdateRing {
    groups = List.copyOf(groups);
  }
}

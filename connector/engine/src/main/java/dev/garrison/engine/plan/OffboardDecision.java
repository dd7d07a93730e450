package dev.garrison.engine.plan;

import dev.garrison.engine.resource.Address;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Servers that one entry of {@code offboard} takes out. The decision is pinned, except that servers
 * may have disappeared since: an offboarding cannot be undone, so no server is added to those that
 * were agreed to.
 *
 * @param entry its name
 * @param collection the collection whose servers leave
 * @param servers their names, sorted; two servers may have one name
 * @param rings the rings that they leave, in the manifest's order; not pinned
 * @param maxDevices the most servers that the manifest allows
 * @param through the objects that bring offboarding to servers
 */
public record OffboardDecision(
    String entry,
    String collection,
    List<String> servers,
    List<String> rings,
    int maxDevices,
    List<Address> through) {
  public OffboardDecision {
    servers = servers.stream().sorted().toList();
    rings = List.copyOf(rings);
    through = through.stream().sorted().toList();
  }

  /** A decision for servers of no ring. */
  public OffboardDecision(
      String entry,
      String collection,
      List<String> servers,
      int maxDevices,
      List<Address> through) {
    this(entry, collection, servers, List.of(), maxDevices, through);
  }

  /** Reason why a plan with this decision is stale if the decision is now {@code now}. */
  Optional<Text> staleness(OffboardDecision now) {
    if (!collection.equals(now.collection)) {
      return Optional.of(Text.of("stale.offboard-collection", "entry", entry));
    }
    List<String> more = new ArrayList<>(now.servers);
    servers.forEach(more::remove);
    return more.isEmpty()
        ? Optional.empty()
        : Optional.of(Text.of("stale.offboard-servers", "entry", entry, "servers", more));
  }
}

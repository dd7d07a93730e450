package dev.garrison.survey.ring;

import dev.garrison.manifest.Ring;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.Row;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reads the names of a ring's servers (class SMS_FullCollectionMembership). It makes one streamed
 * request for each collection that the manifest names, for any number of servers.
 */
final class RosterReader {
  private final AdminService service;
  private final SiteCollections collections;

  /** Servers of the rings that were read before. */
  private final Set<Long> taken = new HashSet<>();

  /**
   * @param leaving references of collections whose servers belong to no ring
   */
  RosterReader(AdminService service, SiteCollections collections, List<String> leaving) {
    this.service = service;
    this.collections = collections;
    each(leaving, server -> taken.add(server.id()));
  }

  private record Server(String name, long id) {
    static final Comparator<Server> BY_NAME =
        Comparator.comparing(Server::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparingLong(Server::id);
  }

  /**
   * Reads the next ring in the manifest's order; a server belongs to the first ring that names it.
   */
  RingRoster of(Ring ring) {
    Set<Long> excluded = new HashSet<>(taken);
    each(ring.exclude(), server -> excluded.add(server.id()));
    Set<Long> members = new HashSet<>();
    TreeSet<Server> first = new TreeSet<>(Server.BY_NAME);
    each(
        ring.collections(),
        server -> {
          if (!excluded.contains(server.id()) && members.add(server.id())) {
            first.add(server);
            if (first.size() > RingRoster.MOST_NAMES) {
              first.pollLast();
            }
          }
        });
    taken.addAll(members);
    List<String> names = first.stream().map(Server::name).toList();
    return new RingRoster(ring.name(), members.size(), names, Set.of());
  }

  private void each(List<String> references, Consumer<Server> action) {
    references.stream()
        .flatMap(reference -> collections.only(reference).stream())
        .map(CollectionFact::id)
        .distinct()
        .forEach(id ->
            service.query(
                RingCensus.MEMBERS.where(ODataFilter.equal("CollectionID", id)),
                node -> {
                  Row row = new Row(node);
                  action.accept(new Server(row.text("Name"), row.numberKey("ResourceID")));
                }));
  }
}

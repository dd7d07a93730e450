package dev.garrison.survey.fleet;

import dev.garrison.fleet.table.Fleet;
import dev.garrison.manifest.Ring;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.SiteCollections;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the rings' servers (class SMS_FullCollectionMembership). It makes one streamed request for
 * each collection that the manifest names, and keeps a bit for each of its members. The rings are
 * counted as a plan counts them.
 */
final class MemberReader {
  static final ODataQuery MEMBERS =
      ODataQuery.of("SMS_FullCollectionMembership")
          .keys("CollectionID", "ResourceID")
          .select("Name");

  private final AdminService service;
  private final SiteCollections collections;
  private final Fleet fleet;
  private Map<String, BitSet> members = Map.of();

  MemberReader(AdminService service, SiteCollections collections, Fleet fleet) {
    this.service = service;
    this.collections = collections;
    this.fleet = fleet;
  }

  /**
   * Reads the number of servers of each ring, by its name.
   *
   * @param leaving references of collections whose servers belong to no ring
   */
  Map<String, Integer> read(List<Ring> rings, List<String> leaving) {
    members = new HashMap<>();
    Stream.concat(
            leaving.stream(),
            rings.stream()
                .flatMap(
                    ring -> Stream.concat(ring.collections().stream(), ring.exclude().stream())))
        .flatMap(reference -> collections.only(reference).stream())
        .map(CollectionFact::id)
        .distinct()
        .forEach(id -> members.put(id, members(id)));
    Map<String, Integer> counts = new HashMap<>();
    BitSet earlier = of(leaving);
    for (Ring ring : rings) {
      BitSet servers = of(ring.collections());
      servers.andNot(of(ring.exclude()));
      servers.andNot(earlier);
      earlier.or(servers);
      fleet.join(counts.size(), servers);
      counts.put(ring.name(), servers.cardinality());
    }
    return counts;
  }

  /** Rows of the servers of a collection that was read. */
  BitSet servers(String reference) {
    return of(List.of(reference));
  }

  private BitSet of(List<String> references) {
    BitSet all = new BitSet();
    references.stream()
        .flatMap(reference -> collections.only(reference).stream())
        .forEach(fact -> all.or(members.getOrDefault(fact.id(), new BitSet())));
    return all;
  }

  private BitSet members(String id) {
    BitSet servers = new BitSet();
    service.query(
        MEMBERS.where(ODataFilter.equal("CollectionID", id)),
        node -> {
          Row row = new Row(node);
          servers.set(fleet.add(row.numberKey("ResourceID"), row.text("Name")));
        });
    return servers;
  }
}

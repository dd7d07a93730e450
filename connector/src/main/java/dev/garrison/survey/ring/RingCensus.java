package dev.garrison.survey.ring;

import dev.garrison.manifest.Ring;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Counts the servers of rings from the customer's own collections (class
 * SMS_FullCollectionMembership): one streamed request for each collection that the manifest names.
 * Our own collections follow them only at their next evaluation, so counting those would show
 * yesterday's ring (F9). A server that several rings name belongs to the first of them.
 */
final class RingCensus {
  static final ODataQuery MEMBERS =
      ODataQuery.of("SMS_FullCollectionMembership")
          .keys("CollectionID", "ResourceID")
          .select("Name");

  private final AdminService service;
  private final SiteCollections collections;

  RingCensus(AdminService service, SiteCollections collections) {
    this.service = service;
    this.collections = collections;
  }

  Map<String, Integer> count(List<Ring> rings) {
    Map<String, Set<Long>> members = new HashMap<>();
    rings.stream()
        .flatMap(ring -> Stream.concat(ring.collections().stream(), ring.exclude().stream()))
        .flatMap(reference -> collections.only(reference).stream())
        .map(CollectionFact::id)
        .distinct()
        .forEach(id -> members.put(id, members(id)));
    Map<String, Integer> counts = new HashMap<>();
    Set<Long> earlier = new HashSet<>();
    for (Ring ring : rings) {
      Set<Long> servers = new HashSet<>();
      of(ring.collections(), members).forEach(servers::addAll);
      of(ring.exclude(), members).forEach(servers::removeAll);
      servers.removeAll(earlier);
      earlier.addAll(servers);
      counts.put(ring.name(), servers.size());
    }
    return counts;
  }

  private Stream<Set<Long>> of(List<String> references, Map<String, Set<Long>> members) {
    return references.stream()
        .flatMap(reference -> collections.only(reference).stream())
        .map(fact -> members.getOrDefault(fact.id(), Set.of()));
  }

  private Set<Long> members(String id) {
    Set<Long> servers = new HashSet<>();
    service.query(
        MEMBERS.where(ODataFilter.equal("CollectionID", id)),
        node -> servers.add(new Row(node).number("ResourceID", 0)));
    return servers;
  }
}

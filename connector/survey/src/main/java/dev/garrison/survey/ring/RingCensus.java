package dev.garrison.survey.ring;

import dev.garrison.manifest.Ring;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Counts the servers of rings in the customer's own collections (class
 * SMS_FullCollectionMembership). It makes one streamed request for each collection that the
 * manifest names. Garrison's own collections follow them only at their next evaluation, so a count
 * of those would show yesterday's ring (F9). A server in several rings belongs to the first of
 * them.
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

  /**
   * Servers of the rings, by ID.
   *
   * @param leaving references of collections whose servers belong to no ring
   */
  Map<String, Set<Long>> of(List<Ring> rings, List<String> leaving) {
    Map<String, Set<Long>> members = new HashMap<>();
    Stream.concat(
            leaving.stream(),
            rings.stream()
                .flatMap(
                    ring -> Stream.concat(ring.collections().stream(), ring.exclude().stream())))
        .flatMap(reference -> collections.only(reference).stream())
        .map(CollectionFact::id)
        .distinct()
        .forEach(id -> members.put(id, members(id)));
    Map<String, Set<Long>> counted = new HashMap<>();
    Set<Long> earlier = new HashSet<>();
    of(leaving, members).forEach(earlier::addAll);
    for (Ring ring : rings) {
      Set<Long> servers = new HashSet<>();
      of(ring.collections(), members).forEach(servers::addAll);
      of(ring.exclude(), members).forEach(servers::removeAll);
      servers.removeAll(earlier);
      earlier.addAll(servers);
      counted.put(ring.name(), servers);
    }
    return counted;
  }

  /** Finds servers of each collection that are in the same ring (F10). */
  List<RingConflict> meetings(List<String> apart, Map<String, Set<Long>> rings) {
    List<RingConflict> meetings = new ArrayList<>();
    for (String reference : apart) {
      collections.only(reference).ifPresent(fact -> meetings.addAll(meetings(fact, rings)));
    }
    return meetings;
  }

  private List<RingConflict> meetings(CollectionFact fact, Map<String, Set<Long>> rings) {
    Map<String, Set<String>> met = new TreeMap<>();
    service.query(
        MEMBERS.where(ODataFilter.equal("CollectionID", fact.id())),
        node -> {
          Row row = new Row(node);
          rings.forEach((ring, servers) -> {
            if (servers.contains(row.numberKey("ResourceID"))) {
              met.computeIfAbsent(ring, _ -> new TreeSet<>()).add(row.text("Name"));
            }
          });
        });
    return met.entrySet().stream()
        .filter(ring -> ring.getValue().size() > 1)
        .map(ring -> new RingConflict(ring.getKey(), fact.name(), List.copyOf(ring.getValue())))
        .toList();
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
        node -> servers.add(new Row(node).numberKey("ResourceID")));
    return servers;
  }
}

package dev.garrison.survey;

import dev.garrison.manifest.Ring;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Counts the servers of rings from the customer's own collections (class
 * SMS_FullCollectionMembership): one streamed request for each collection that the manifest names.
 * Our own collections follow them only at their next evaluation, so counting those would show
 * yesterday's ring (F9).
 */
final class RingCensus {
  private final AdminService service;
  private final Map<String, CollectionFact> collections;

  /**
   * @param collections by name in lower case
   */
  RingCensus(AdminService service, Map<String, CollectionFact> collections) {
    this.service = service;
    this.collections = collections;
  }

  Map<String, Integer> count(List<Ring> rings) {
    Map<String, Set<Long>> members = new HashMap<>();
    rings.stream()
        .flatMap(ring -> Stream.concat(ring.collections().stream(), ring.exclude().stream()))
        .map(RingCensus::key)
        .distinct()
        .filter(collections::containsKey)
        .forEach(name -> members.put(name, members(name)));
    Map<String, Integer> counts = new HashMap<>();
    for (Ring ring : rings) {
      Set<Long> servers = new HashSet<>();
      ring.collections().forEach(name -> servers.addAll(members.getOrDefault(key(name), Set.of())));
      ring.exclude().forEach(name -> servers.removeAll(members.getOrDefault(key(name), Set.of())));
      counts.put(ring.name(), servers.size());
    }
    return counts;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Set<Long> members(String name) {
    Set<Long> servers = new HashSet<>();
    CollectionFact fact = collections.get(name);
    if (fact != null) {
      service.query(
          ODataQuery.of("SMS_FullCollectionMembership")
              .keys("CollectionID", "ResourceID")
              .select("Name")
              .where(ODataFilter.equal("CollectionID", fact.id())),
          node -> servers.add(new Row(node).number("ResourceID", 0)));
    }
    return servers;
  }
}

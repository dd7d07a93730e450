package dev.garrison.survey.offboarding;

import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.OffboardSection;
import dev.garrison.manifest.Ring;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.refresh.CollectionTimes;
import dev.garrison.ring.LeavingServer;
import dev.garrison.ring.Offboarding;
import dev.garrison.ring.OffboardingNote;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.SiteCollections;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads the leaving servers and the reasons that still keep them. These are membership as the site
 * evaluates it (class SMS_FullCollectionMembership), and the time of each client's last policy
 * request (class SMS_CombinedDeviceResources, property LastPolicyRequest). The number of requests
 * depends only on the servers that leave, of which there are few.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/clients/manage/sms_combineddeviceresources-server-wmi-class">SMS_CombinedDeviceResources</a>
 */
public final class LeavingReader {
  private static final String COLLECTION = "SMS_Collection";
  private static final ODataQuery MEMBERS =
      ODataQuery.of("SMS_FullCollectionMembership")
          .keys("CollectionID", "ResourceID")
          .select("Name");
  private static final ODataQuery REQUESTS =
      ODataQuery.of("SMS_CombinedDeviceResources").keys("ResourceID").select("LastPolicyRequest");

  private static final ODataQuery SYSTEMS =
      ODataQuery.of("SMS_G_System_OPERATING_SYSTEM").keys("ResourceID").select("Caption");

  private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

  private final AdminService service;

  public LeavingReader(AdminService service) {
    this.service = service;
  }

  /** Assumptions about a site in this class. */
  public static Assumption assumption() {
    return Assumption.of(MEMBERS, REQUESTS, CollectionTimes.QUERY)
        .optional(SYSTEMS.className() + ".Caption", Text.of("assumption.leaving-system").toString())
        .with(COLLECTION, "CollectionRules")
        .with("SMS_CollectionRuleDirect", "ResourceID");
  }

  /** Reads all facts; makes no requests where no server leaves or comes back. */
  public LeavingFacts read(Manifest manifest, SiteCollections collections) {
    Map<String, Optional<OffboardSection>> entries = new TreeMap<>();
    collections.ours().stream()
        .flatMap(fact -> OffboardingNote.in(fact.comment()).stream())
        .forEach(note -> entries.put(note.entry(), Optional.empty()));
    manifest.offboard().forEach(entry -> entries.put(entry.name(), Optional.of(entry)));
    if (entries.isEmpty()) {
      return LeavingFacts.NONE;
    }
    Site site = new Site(collections, CollectionTimes.read(service));
    Map<String, Offboarding> leaving = new HashMap<>();
    Map<String, Offboarding> returning = new HashMap<>();
    Map<String, Integer> servers = new HashMap<>();
    entries.forEach((name, entry) -> {
      Map<Long, String> members =
          entry.map(each -> site.members(each, manifest.limitingCollection())).orElse(Map.of());
      Map<Long, String> kept = site.members(manifest.leavingCollection(name));
      String offboarding = manifest.offboardingCollection(name);
      Set<Long> released = site.ruled(offboarding);
      servers.put(name, members.size());
      if (entry.filter(each -> members.size() <= each.maxDevices()).isPresent()) {
        leaving.put(
            name,
            site.from(
                manifest.rings(),
                site.leaving(
                    members,
                    kept.keySet(),
                    new Side(site.onboarding(manifest), Set.of()),
                    released)));
      }
      Map<Long, String> back = new HashMap<>(kept);
      back.keySet().removeAll(members.keySet());
      returning.put(
          name,
          site.leaving(
              back, kept.keySet(), new Side(site.named(List.of(offboarding)), released), Set.of()));
    });
    return new LeavingFacts(leaving, returning, servers);
  }

  /**
   * Names of the servers of a collection.
   *
   * @param names the names to look for; empty for all servers
   */
  public Set<String> servers(CollectionFact collection, Set<String> names) {
    ODataFilter within = ODataFilter.equal("CollectionID", collection.id());
    List<ODataFilter> filters =
        names.isEmpty()
            ? List.of(within)
            : ODataFilter.batchesOfTexts("Name", names).stream().map(within::and).toList();
    Set<String> servers = new TreeSet<>();
    filters.forEach(filter ->
        service.query(MEMBERS.where(filter), node -> servers.add(new Row(node).text("Name"))));
    return servers;
  }

  /**
   * Side that servers leave.
   *
   * @param toCome servers that a rule adds to it, evaluated or not
   */
  private record Side(List<CollectionFact> collections, Set<Long> toCome) {
    List<String> names() {
      return collections.stream().map(CollectionFact::name).toList();
    }
  }

  /** Site while it is read. */
  private final class Site {
    private final SiteCollections collections;
    private final CollectionTimes times;
    private final Map<Long, Set<String>> read = new HashMap<>();

    Site(SiteCollections collections, CollectionTimes times) {
      this.collections = collections;
      this.times = times;
    }

    /**
     * Garrison's collections that may onboard servers, including those that are no longer wanted.
     */
    List<CollectionFact> onboarding(Manifest manifest) {
      return collections.ours().stream()
          .filter(fact -> OffboardingNote.in(fact.comment()).isEmpty())
          .filter(fact -> !fact.name().equals(manifest.exceptionsCollection()))
          .filter(fact -> !fact.name().equals(manifest.notReadyCollection()))
          .toList();
    }

    List<CollectionFact> named(List<String> names) {
      return names.stream().flatMap(name -> collections.only(name).stream()).toList();
    }

    /** Servers of an entry; those that it names are looked for in the limiting collection. */
    Map<Long, String> members(OffboardSection entry, String limit) {
      Map<Long, String> members = new HashMap<>();
      entry.collection().ifPresent(collection -> members.putAll(members(collection)));
      for (ODataFilter some : ODataFilter.batchesOfTexts("Name", entry.computers())) {
        collections
            .only(limit)
            .ifPresent(fact ->
                members.putAll(members(ODataFilter.equal("CollectionID", fact.id()).and(some))));
      }
      return members;
    }

    Map<Long, String> members(String reference) {
      return collections
          .only(reference)
          .map(fact -> members(ODataFilter.equal("CollectionID", fact.id())))
          .orElse(Map.of());
    }

    private Map<Long, String> members(ODataFilter filter) {
      Map<Long, String> members = new HashMap<>();
      service.query(
          MEMBERS.where(filter),
          node -> {
            Row row = new Row(node);
            members.put(row.numberKey("ResourceID"), row.text("Name"));
          });
      return members;
    }

    /** Servers that a collection's own rules name. */
    Set<Long> ruled(String name) {
      Set<Long> ruled = new HashSet<>();
      collections
          .only(name)
          .flatMap(fact -> service.get(COLLECTION, ObjectKey.of(fact.id())))
          .map(Row::new)
          .ifPresent(row ->
              row.rows("CollectionRules").stream()
                  .filter(rule -> rule.odataClass().equals("SMS_CollectionRuleDirect"))
                  .forEach(rule -> ruled.add(rule.numberKey("ResourceID"))));
      return ruled;
    }

    Offboarding leaving(Map<Long, String> servers, Set<Long> kept, Side side, Set<Long> released) {
      if (servers.isEmpty()) {
        return Offboarding.NONE;
      }
      Map<Long, Set<String>> targets = targets(servers.keySet(), side.collections());
      side.toCome()
          .forEach(
              server -> targets.computeIfAbsent(server, _ -> new TreeSet<>()).addAll(side.names()));
      Map<Long, Instant> requests = requests(servers.keySet());
      Optional<Instant> changed = times.lastChange(side.names());
      Instant latest = service.clock().instant().plus(CLOCK_SKEW);
      boolean comparable =
          changed.filter(latest::isBefore).isEmpty()
              && requests.values().stream().noneMatch(latest::isBefore);
      return new Offboarding(
          servers.entrySet().stream()
              .map(server ->
                  new LeavingServer(
                      server.getKey(),
                      server.getValue(),
                      kept.contains(server.getKey()),
                      targets.getOrDefault(server.getKey(), Set.of()),
                      Optional.ofNullable(requests.get(server.getKey())),
                      released.contains(server.getKey())))
              .sorted(
                  Comparator.comparing(LeavingServer::name, String.CASE_INSENSITIVE_ORDER)
                      .thenComparingLong(LeavingServer::id))
              .toList(),
          changed,
          comparable);
    }

    /** Adds the origin of each server. */
    Offboarding from(List<Ring> rings, Offboarding leaving) {
      List<Long> servers = leaving.servers().stream().map(LeavingServer::id).toList();
      if (servers.isEmpty()) {
        return leaving;
      }
      Map<Long, String> systems = systems(servers);
      Map<Long, Set<String>> within = new HashMap<>();
      for (Ring ring : rings) {
        Set<Long> members = targets(servers, named(ring.collections())).keySet();
        Set<Long> excluded = targets(servers, named(ring.exclude())).keySet();
        members.stream()
            .filter(server -> !excluded.contains(server))
            .forEach(
                server -> within.computeIfAbsent(server, _ -> new TreeSet<>()).add(ring.name()));
      }
      return new Offboarding(
          leaving.servers().stream()
              .map(server ->
                  server.from(
                      new LeavingServer.Origin(
                          systems.getOrDefault(server.id(), ""),
                          within.getOrDefault(server.id(), Set.of()),
                          LeavingServer.SeenAntivirus.NONE)))
              .toList(),
          leaving.changed(),
          leaving.comparable());
    }

    private Map<Long, String> systems(Collection<Long> servers) {
      Map<Long, String> systems = new HashMap<>();
      if (service.capabilities().offers(SYSTEMS.className())) {
        each(
            SYSTEMS, servers, row -> systems.put(row.numberKey("ResourceID"), row.text("Caption")));
      }
      return systems;
    }

    private Map<Long, Set<String>> targets(Collection<Long> servers, List<CollectionFact> side) {
      Map<String, String> names =
          side.stream().collect(Collectors.toMap(CollectionFact::id, CollectionFact::name));
      Map<Long, Set<String>> targets = new HashMap<>();
      memberships(servers)
          .forEach((server, ids) ->
              ids.stream()
                  .flatMap(id -> Optional.ofNullable(names.get(id)).stream())
                  .forEach(
                      name -> targets.computeIfAbsent(server, _ -> new TreeSet<>()).add(name)));
      return targets;
    }

    /** IDs of the collections that contain each server; read once. */
    private Map<Long, Set<String>> memberships(Collection<Long> servers) {
      List<Long> unread = servers.stream().filter(server -> !read.containsKey(server)).toList();
      unread.forEach(server -> read.put(server, new TreeSet<>()));
      each(
          MEMBERS,
          unread,
          row ->
              Optional.ofNullable(read.get(row.numberKey("ResourceID")))
                  .ifPresent(ids -> ids.add(row.textKey("CollectionID"))));
      Map<Long, Set<String>> found = new HashMap<>(read);
      found.keySet().retainAll(Set.copyOf(servers));
      return found;
    }

    private Map<Long, Instant> requests(Collection<Long> servers) {
      Map<Long, Instant> requests = new HashMap<>();
      each(
          REQUESTS,
          servers,
          row ->
              row.time("LastPolicyRequest")
                  .ifPresent(time -> requests.put(row.numberKey("ResourceID"), time)));
      return requests;
    }

    private void each(
        ODataQuery query, Collection<Long> servers, java.util.function.Consumer<Row> action) {
      for (ODataFilter some : ODataFilter.batches("ResourceID", servers)) {
        service.query(query.where(some), node -> action.accept(new Row(node)));
      }
    }
  }
}

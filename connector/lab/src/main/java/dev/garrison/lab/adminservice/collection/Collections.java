package dev.garrison.lab.adminservice.collection;

import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.wql.WqlQuery;
import dev.garrison.lab.adminservice.wql.WqlSource;
import dev.garrison.lab.device.MaintenanceWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Collections of a site. Membership follows a change only some seconds later, and only if something
 * triggers an evaluation: creation, RequestRefresh, the incremental cycle, or a change of the
 * limiting collection.
 */
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "garrettfoster13/sccmhunter, lib/scripts/pivot.py",
    says =
        "Members appear some seconds after a refresh; the status is 5 until then and 1 afterwards.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/SCCMdocs, sccm/develop/reference",
    says =
        "Adding a rule does not evaluate a collection; creation, RequestRefresh, the"
            + " incremental cycle of 5 minutes, or a change of the limiting collection does.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "MicrosoftDocs/memdocs, central administration site",
    says =
        "The central administration site does not evaluate collections: membership takes a minute longer there.")
public final class Collections {
  /** Id of the collection of all devices. */
  public static final String ALL_SYSTEMS = "SMS00001";

  private static final Duration EVALUATION = Duration.ofSeconds(10);
  private static final Duration INCREMENTAL_CYCLE = Duration.ofMinutes(5);
  private static final int FIRST_NUMBER = 20;

  /**
   * First number of collections with a window; far from the others, so that windows change no id.
   */
  private static final int FIRST_WITH_WINDOW = 0x800;

  private final SiteContext site;
  private final WqlSource devices;
  private final Duration delay;
  private final Map<String, CollectionRecord> records = new TreeMap<>();
  private final Map<String, MaintenanceWindow> windows = new TreeMap<>();
  private final List<Consumer<String>> listeners = new ArrayList<>();
  private int next = FIRST_NUMBER;

  /**
   * Creates a site's collections, at first the built-in ones.
   *
   * @param replication additional time that membership takes compared with a primary site
   */
  public Collections(SiteContext site, WqlSource devices, Duration replication) {
    this.site = site;
    this.devices = devices;
    this.delay = EVALUATION.plus(replication);
    BitSet all = new BitSet();
    all.set(0, devices.devices());
    builtIn(ALL_SYSTEMS, "All Systems", 2, all);
    builtIn("SMS00002", "All Users", 1, new BitSet());
    builtIn("SMS00004", "All Users and User Groups", 1, new BitSet());
  }

  private void builtIn(String id, String name, int type, BitSet members) {
    var definition =
        new CollectionRecord.Definition(name, "", Optional.empty(), type, 4, List.of());
    records.put(
        id,
        new CollectionRecord(
            id,
            definition,
            members,
            CollectionRecord.READY,
            site.timeline().now(),
            Optional.of(site.timeline().now()),
            Optional.of(site.timeline().now())));
  }

  /** Registers a listener that receives a collection's id after its members changed. */
  public void onMembersChanged(Consumer<String> listener) {
    listeners.add(listener);
  }

  /** Members of a collection, by device index; none for an unknown id. */
  public BitSet members(String id) {
    CollectionRecord record = records.get(id);
    return record == null ? new BitSet() : record.members();
  }

  /** Members of the collection of this name, by device index; case does not matter. */
  public Optional<BitSet> membersOf(String name) {
    return named(name).map(CollectionRecord::members);
  }

  /** Name of a collection. */
  public Optional<String> nameOf(String id) {
    return Optional.ofNullable(records.get(id)).map(record -> record.definition().name());
  }

  /**
   * Id of a collection.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public String idOf(String name) {
    return records.entrySet().stream()
        .filter(entry -> entry.getValue().definition().name().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no collection " + name));
  }

  /** Adds a collection with a query, already evaluated; for site files. */
  public String addReady(String name, String wql) {
    WqlQuery query =
        WqlQuery.parse(devices, wql)
            .orElseThrow(() -> new IllegalStateException("a site file's query is wrong: " + wql));
    return addReady(name, List.of(new CollectionRule.Query(name, wql)), query.run());
  }

  /**
   * Adds a collection of listed devices, already evaluated; for site files.
   *
   * @param resourceIds by device name, each a direct rule
   */
  public String addReady(String name, BitSet members, Map<String, Long> resourceIds) {
    List<CollectionRule> rules = new ArrayList<>();
    resourceIds.forEach((device, id) -> rules.add(new CollectionRule.Direct(device, id)));
    return addReady(name, rules, members);
  }

  /** Adds a collection of devices with a maintenance window, already evaluated; for site files. */
  public void addReady(MaintenanceWindow window, BitSet members, Map<String, Long> resourceIds) {
    List<CollectionRule> rules = new ArrayList<>();
    resourceIds.forEach((device, id) -> rules.add(new CollectionRule.Direct(device, id)));
    String id = site.generatedId(FIRST_WITH_WINDOW + windows.size());
    windows.put(id, window);
    addReady(id, WindowRows.name(window), rules, members);
  }

  /** Maintenance windows, by the id of the collection that has them. */
  Map<String, MaintenanceWindow> windows() {
    return windows;
  }

  private String addReady(String name, List<CollectionRule> rules, BitSet members) {
    return addReady(site.generatedId(next++), name, rules, members);
  }

  private String addReady(String id, String name, List<CollectionRule> rules, BitSet members) {
    var definition =
        new CollectionRecord.Definition(
            name, "", Optional.of(ALL_SYSTEMS), 2, 2, List.copyOf(rules));
    records.put(
        id,
        new CollectionRecord(
            id,
            definition,
            members,
            CollectionRecord.READY,
            site.timeline().now(),
            Optional.of(site.timeline().now()),
            Optional.of(site.timeline().now())));
    return id;
  }

  Collection<CollectionRecord> all() {
    return List.copyOf(records.values());
  }

  CollectionRecord require(String id) {
    CollectionRecord record = records.get(id);
    if (record == null) {
      throw Refusal.byProvider("there is no collection " + id);
    }
    return record;
  }

  Optional<CollectionRecord> named(String name) {
    return records.values().stream()
        .filter(record -> record.definition().name().equalsIgnoreCase(name))
        .findFirst();
  }

  CollectionRecord create(CollectionRecord.Definition definition) {
    String id = site.generatedId(next);
    check(id, definition);
    next++;
    records.put(
        id,
        new CollectionRecord(
            id,
            definition,
            new BitSet(),
            CollectionRecord.AWAITING_REFRESH,
            site.timeline().now(),
            Optional.empty(),
            Optional.empty()));
    evaluateLater(id, delay);
    return require(id);
  }

  CollectionRecord change(String id, CollectionRecord.Definition definition) {
    check(id, definition);
    records.put(id, require(id).with(definition, site.timeline().now()));
    if (definition.incremental()) {
      evaluateLater(id, INCREMENTAL_CYCLE);
    }
    return require(id);
  }

  void refresh(String id) {
    records.put(id, require(id).awaiting());
    evaluateLater(id, delay);
  }

  void requireUnused(String id) {
    List<String> dependants =
        records.values().stream()
            .filter(record -> record.dependsOn().contains(id))
            .map(record -> record.definition().name())
            .toList();
    if (!dependants.isEmpty()) {
      throw Refusal.byProvider(
          "collection " + id + " is limit, include or exclude of " + String.join(", ", dependants));
    }
  }

  void remove(String id) {
    records.remove(id);
    windows.remove(id);
  }

  private void check(String id, CollectionRecord.Definition definition) {
    named(definition.name())
        .filter(other -> !other.id().equals(id))
        .ifPresent(other -> {
          throw Refusal.byProvider("the collection name is in use: " + definition.name());
        });
    List<String> ruleNames = definition.rules().stream().map(CollectionRule::name).toList();
    if (ruleNames.stream().distinct().count() != ruleNames.size()) {
      throw Refusal.byProvider("two membership rules share one name");
    }
    CollectionRecord probe =
        new CollectionRecord(
            id,
            definition,
            new BitSet(),
            0,
            site.timeline().now(),
            Optional.empty(),
            Optional.empty());
    probe.dependsOn().forEach(this::require);
    if (probe.dependsOn().stream().anyMatch(other -> reaches(other, id))) {
      throw Refusal.byProvider("the collection would depend on itself");
    }
    definition.rules().forEach(this::check);
  }

  private void check(CollectionRule rule) {
    switch (rule) {
      case CollectionRule.Query query -> {
        if (WqlQuery.parse(devices, query.wql()).isEmpty()) {
          throw Refusal.byProvider("the query is not valid: " + query.wql());
        }
      }
      case CollectionRule.Direct direct -> {
        long index = direct.resourceId() - dev.garrison.lab.device.Device.FIRST_RESOURCE_ID;
        if (index < 0 || index >= devices.devices()) {
          throw Refusal.byProvider("there is no resource " + direct.resourceId());
        }
      }
      case CollectionRule.Include ignored -> {}
      case CollectionRule.Exclude ignored -> {}
    }
  }

  private boolean reaches(String from, String to) {
    return from.equals(to)
        || Optional.ofNullable(records.get(from)).stream()
            .flatMap(record -> record.dependsOn().stream())
            .anyMatch(next -> reaches(next, to));
  }

  private void evaluateLater(String id, Duration in) {
    site.timeline().after(in, () -> evaluate(id));
  }

  /** Evaluates incremental collections in their next cycle, because inventory has new data. */
  public void inventoryChanged() {
    records.values().stream()
        .filter(record -> record.definition().incremental() && !record.isBuiltIn())
        .map(CollectionRecord::id)
        .toList()
        .forEach(id -> evaluateLater(id, INCREMENTAL_CYCLE));
  }

  private void evaluate(String id) {
    CollectionRecord record = records.get(id);
    if (record == null || record.isBuiltIn()) {
      return;
    }
    BitSet members = new Evaluation(devices, this::members).of(record.definition());
    boolean changed = !members.equals(record.members());
    records.put(id, record.evaluated(members, site.timeline().now()));
    if (changed) {
      listeners.forEach(listener -> listener.accept(id));
      records.values().stream()
          .filter(other -> other.definition().limitTo().equals(Optional.of(id)))
          .map(CollectionRecord::id)
          .toList()
          .forEach(limited -> evaluateLater(limited, delay));
    }
  }
}

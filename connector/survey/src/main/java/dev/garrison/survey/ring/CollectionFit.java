package dev.garrison.survey.ring;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.NearestWord;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.OffboardSection;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.value.BuiltInCollections;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.ServedCollection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks that the manifest's collections exist exactly once on the site and may be used. The
 * manifest names them by name or by id, so two names of one collection show here and not in the
 * file.
 */
public final class CollectionFit {
  private final ManifestResult read;
  private final Manifest manifest;
  private final SiteCollections collections;
  private final List<Diagnostic> problems = new ArrayList<>();

  /** First place in the manifest of each collection id, as a path. */
  private final Map<String, String> owners = new HashMap<>();

  private final SequencedSet<CollectionFact> found = new LinkedHashSet<>();

  /** Names and ids of collections that were looked up, or that a problem contains. */
  private final Set<String> names = new TreeSet<>();

  public CollectionFit(ManifestResult read, SiteCollections collections) {
    this.read = read;
    this.manifest = read.manifest();
    this.collections = collections;
  }

  /**
   * Refuses a manifest whose collections do not fit the site, so that nothing is counted without
   * them.
   *
   * @throws RefusalException with all problems
   */
  public static void require(ManifestResult read, SiteCollections collections) {
    List<Diagnostic> problems = new CollectionFit(read, collections).problems();
    if (!problems.isEmpty()) {
      throw new RefusalException(problems);
    }
  }

  /** Problems of all collections that the manifest names. */
  public List<Diagnostic> problems() {
    one("limitingCollection", manifest.limitingCollection()).ifPresent(this::limit);
    for (int index = 0; index < manifest.rings().size(); index++) {
      ring("rings[" + index + "]", manifest.rings().get(index));
    }
    for (int index = 0; index < manifest.rollout().keepApart().size(); index++) {
      one("rollout.keepApart[" + index + "]", manifest.rollout().keepApart().get(index));
    }
    manifest.wsus().sensorUpdate().ifPresent(this::served);
    for (int index = 0; index < manifest.offboard().size(); index++) {
      OffboardSection entry = manifest.offboard().get(index);
      String at = "offboard[" + index + "].collection";
      entry
          .collection()
          .flatMap(collection -> one(at, collection))
          .ifPresent(fact ->
              belongs(
                  at,
                  fact,
                  Message.of(
                      "named-collection.offboard-built-in",
                      "entry",
                      entry.name(),
                      "collection",
                      fact.title())));
    }
    return problems;
  }

  /** Collections of the manifest that the site has, once {@link #problems} has looked them up. */
  public List<CollectionFact> found() {
    return List.copyOf(found);
  }

  /** Names and ids of the site and of the manifest that the problems may contain. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /**
   * Checks the limiting collection. Names are translated on a server in another language, so the
   * site's id and flags count (F9).
   */
  private void limit(CollectionFact fact) {
    owners.put(fact.id(), "limitingCollection");
    if (BuiltInCollections.isAllSystems(fact.id())) {
      if (!manifest.allowAllSystems()) {
        add(
            CollectionNameCode.ALL_SYSTEMS_NOT_ALLOWED,
            "limitingCollection",
            Message.of("named-collection.all-systems", "collection", fact.title()));
      }
    } else if (fact.builtIn()) {
      add(
          CollectionNameCode.COLLECTION_BUILT_IN,
          "limitingCollection",
          Message.of("named-collection.limiting-built-in", "collection", fact.title()));
    }
  }

  private void ring(String path, Ring ring) {
    Map<String, String> own = new HashMap<>();
    for (int index = 0; index < ring.collections().size(); index++) {
      String at = place(path + ".collections", index, ring.collections());
      Optional<CollectionFact> fact = one(at, ring.collections().get(index));
      fact.ifPresent(it -> own.put(it.id(), at));
      fact.ifPresent(it ->
          belongs(
              at,
              it,
              Message.of(
                  "named-collection.ring-built-in",
                  "ring",
                  ring.name(),
                  "collection",
                  it.title())));
    }
    for (int index = 0; index < ring.exclude().size(); index++) {
      String at = place(path + ".exclude", index, ring.exclude());
      one(at, ring.exclude().get(index))
          .filter(fact -> own.containsKey(fact.id()))
          .ifPresent(fact -> same(at, String.valueOf(own.get(fact.id())), fact));
    }
    for (int index = 0; index < ring.otherAntivirus().size(); index++) {
      String at = path + ".otherAntivirus[" + index + "].collection";
      ring.otherAntivirus().get(index).collection().ifPresent(reference -> one(at, reference));
    }
  }

  /** Looks up the collections whose servers the site's software update point updates. */
  private void served(SensorUpdateSection section) {
    for (int index = 0; index < section.rings().size(); index++) {
      String at = "wsus.sensorUpdate.rings[" + index + "].softwareUpdatePoint.collection";
      section
          .rings()
          .get(index)
          .served()
          .map(ServedCollection::collection)
          .ifPresent(collection -> one(at, collection));
    }
  }

  /** Place in the file: {@code rollout.holdBack} is written there once, for all rings. */
  private String place(String list, int index, List<String> references) {
    int heldBack = manifest.rollout().holdBack().indexOf(references.get(index));
    return heldBack < 0 ? list + "[" + index + "]" : "rollout.holdBack[" + heldBack + "]";
  }

  private void belongs(String at, CollectionFact fact, Message builtIn) {
    if (fact.builtIn()) {
      add(CollectionNameCode.COLLECTION_BUILT_IN, at, builtIn);
    }
    String other = owners.putIfAbsent(fact.id(), at);
    if (other != null) {
      same(at, other, fact);
    }
  }

  private void same(String at, String other, CollectionFact fact) {
    add(
        CollectionNameCode.COLLECTION_NAMED_TWICE,
        at,
        Message.of(
            "named-collection.twice", "first", other, "second", at, "collection", fact.title()));
  }

  private Optional<CollectionFact> one(String path, String reference) {
    List<CollectionFact> meant = collections.meantBy(reference);
    names.add(reference);
    meant.forEach(this::name);
    if (meant.isEmpty()) {
      Optional<String> nearest = NearestWord.to(reference, collections.foreignNames());
      nearest.ifPresent(names::add);
      add(
          CollectionNameCode.COLLECTION_UNKNOWN,
          path,
          new Message(
              Text.of("named-collection.unknown", "name", reference),
              nearest
                  .map(word -> Text.of("named-collection.meant", "meant", word))
                  .orElseGet(() -> Text.of("named-collection.correct"))));
      return Optional.empty();
    }
    List<CollectionFact> namesakes = collections.meantBy(meant.getFirst().name());
    List<CollectionFact> all = meant.size() > 1 ? meant : namesakes;
    if (all.size() > 1) {
      all.forEach(this::name);
      add(
          CollectionNameCode.COLLECTION_AMBIGUOUS,
          path,
          Message.of(
              "named-collection.ambiguous",
              "name",
              reference,
              "collections",
              all.stream()
                  .sorted(
                      Comparator.comparing(CollectionFact::name).thenComparing(CollectionFact::id))
                  .map(CollectionFact::title)
                  .toList()));
      return Optional.empty();
    }
    found.add(meant.getFirst());
    return Optional.of(meant.getFirst());
  }

  private void name(CollectionFact fact) {
    names.add(fact.name());
    names.add(fact.id());
  }

  private void add(CollectionNameCode code, String path, Message message) {
    Diagnostic found = Diagnostic.error(code, read.where(path), message);
    if (!problems.contains(found)) {
      problems.add(found);
    }
  }
}

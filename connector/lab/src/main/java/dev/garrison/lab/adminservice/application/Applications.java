package dev.garrison.lab.adminservice.application;

import dev.garrison.lab.adminservice.digest.Digest;
import dev.garrison.lab.adminservice.digest.DigestException;
import dev.garrison.lab.adminservice.digest.DigestReader;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Applications of a site. */
@KnownFrom(
    mark = Mark.INFERRED,
    source =
        "MicrosoftDocs/memdocs, hotfix notes of 2509: a violation of CI_DocumentStore_PK on creation",
    says =
        "Whether the IDs of a deleted application can be used again is not public. The"
            + " lab allows it, and can be set to refuse them with 500.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "autopkg/iancohn-recipes, McmApiProcessors",
    says =
        "A dependency names a deployment type that exists; what others depend on is not deleted.")
public final class Applications {
  private static final long FIRST_CI = 16777500L;
  private static final long FIRST_MODEL = 16777300L;
  private final SiteContext site;
  private final DigestReader reader;
  private final Map<String, Application> byModel = new TreeMap<>();
  private final List<Listener> listeners = new ArrayList<>();
  private final Set<String> remembered = new HashSet<>();
  private boolean refusesRemembered;
  private long nextCi = FIRST_CI;
  private long nextModel = FIRST_MODEL;

  /** Listener for changes of applications. */
  public interface Listener {
    /** Called after an application was created, or a new revision was made. */
    void revised(Application application);

    /** Called after an application was deleted with all its revisions. */
    void deleted(String modelName);
  }

  /**
   * Creates a site without applications.
   *
   * @param asSent whether it keeps digests as they were sent
   */
  public Applications(SiteContext site, boolean asSent) {
    this.site = site;
    this.reader = new DigestReader(site.scopeId(), asSent);
  }

  /** Adds a listener. */
  public void listen(Listener listener) {
    listeners.add(listener);
  }

  /** Refuses ids of deleted applications, deployment types, and content permanently from now on. */
  public void refuseRemembered() {
    refusesRemembered = true;
  }

  private static Stream<String> ids(Digest digest) {
    return Stream.concat(
        Stream.of(digest.modelName()),
        digest.kinds().stream()
            .flatMap(kind ->
                Stream.concat(
                    Stream.of(kind.logicalName()),
                    kind.content().map(Digest.Content::id).stream())));
  }

  /** All applications. */
  public Collection<Application> all() {
    return List.copyOf(byModel.values());
  }

  /** Application with this ModelName. */
  public Optional<Application> find(String modelName) {
    return Optional.ofNullable(byModel.get(modelName));
  }

  /** Application that has this revision. */
  public Optional<Application> ofRevision(long ciId) {
    return byModel.values().stream()
        .filter(application ->
            application.revisions().stream().anyMatch(revision -> revision.ciId() == ciId))
        .findFirst();
  }

  Application create(String text, boolean hidden) {
    Digest digest = read(text);
    if (byModel.containsKey(digest.modelName())) {
      throw Refusal.byProvider("0x80041001 generic failure: " + digest.modelName() + " exists");
    }
    ids(digest)
        .filter(id -> refusesRemembered && remembered.contains(id))
        .findFirst()
        .ifPresent(id -> {
          throw Refusal.byProvider("0x80041001 generic failure: " + id + " was used before");
        });
    if (digest.title().isBlank()
        || byModel.values().stream()
            .anyMatch(other -> other.title().equalsIgnoreCase(digest.title()))) {
      throw Refusal.byProvider("the application name is empty or in use: '" + digest.title() + "'");
    }
    Application.Revision first = revision(digest, Map.of());
    Application application =
        new Application(
            nextModel++, false, hidden, List.of(), site.timeline().now(), List.of(first));
    return put(application);
  }

  Application revise(long ciId, String text) {
    Application before = require(ciId);
    if (before.latest().ciId() != ciId) {
      throw Refusal.byProvider("revision " + ciId + " is not the latest");
    }
    Digest digest = read(text);
    RevisionRules.check(before, digest);
    Map<String, Long> kept = new HashMap<>();
    for (Digest.Kind kind : before.latest().digest().kinds()) {
      if (digest.kinds().stream()
          .anyMatch(same ->
              same.logicalName().equals(kind.logicalName()) && same.version() == kind.version())) {
        kept.put(
            kind.logicalName(), before.latest().kindIds().getOrDefault(kind.logicalName(), 0L));
      }
    }
    return put(before.with(revision(digest, kept)));
  }

  private Digest read(String text) {
    try {
      Digest digest = reader.read(text);
      requireDependencies(digest);
      return digest;
    } catch (DigestException e) {
      throw Refusal.byProvider("0x80041001 generic failure: " + e.reason());
    }
  }

  private void requireDependencies(Digest digest) {
    dependencies(digest)
        .filter(needed -> kind(needed).isEmpty())
        .findFirst()
        .ifPresent(needed -> {
          throw Refusal.byProvider(
              "0x80041001 generic failure: it depends on %s of %s, which does not exist"
                  .formatted(needed.kind(), needed.modelName()));
        });
  }

  private static Stream<Digest.Relation> dependencies(Digest digest) {
    return digest.kinds().stream().flatMap(kind -> kind.needs().stream()).flatMap(List::stream);
  }

  /** Deployment type that a relation names, in the latest revision of its application. */
  public Optional<Digest.Kind> kind(Digest.Relation needed) {
    return find(needed.modelName()).stream()
        .flatMap(application -> application.latest().digest().kinds().stream())
        .filter(kind -> kind.logicalName().equals(needed.kind()))
        .findFirst();
  }

  /** Number of deployment types that depend on a deployment type of this application. */
  int dependents(String modelName) {
    return Math.toIntExact(
        byModel.values().stream()
            .flatMap(application -> application.latest().digest().kinds().stream())
            .filter(kind ->
                kind.needs().stream()
                    .flatMap(List::stream)
                    .anyMatch(needed -> needed.modelName().equals(modelName)))
            .count());
  }

  /** Whether the newest revision of another application supersedes this one. */
  boolean isSuperseded(String modelName) {
    return byModel.values().stream()
        .flatMap(application -> application.latest().digest().kinds().stream())
        .flatMap(kind -> kind.supersedes().stream())
        .anyMatch(superseded -> superseded.modelName().equals(modelName));
  }

  private Application.Revision revision(Digest digest, Map<String, Long> kept) {
    long ciId = nextCi++;
    Map<String, Long> kindIds = new HashMap<>();
    digest
        .kinds()
        .forEach(kind -> {
          Long old = kept.get(kind.logicalName());
          kindIds.put(kind.logicalName(), old == null ? nextCi++ : old);
        });
    return new Application.Revision(ciId, digest, kindIds, site.timeline().now());
  }

  private Application put(Application application) {
    byModel.put(application.modelName(), application);
    listeners.forEach(listener -> listener.revised(application));
    return application;
  }

  Application require(long ciId) {
    return ofRevision(ciId)
        .orElseThrow(() -> Refusal.byProvider("there is no application " + ciId));
  }

  void update(Application changed) {
    byModel.put(changed.modelName(), changed);
  }

  /** Deletes a revision; deleting the latest one deletes the complete application. */
  void delete(long ciId) {
    Application application = require(ciId);
    if (application.latest().ciId() != ciId) {
      update(application.without(ciId));
      return;
    }
    if (dependents(application.modelName()) > 0) {
      throw Refusal.byProvider("others depend on " + application.modelName());
    }
    byModel.remove(application.modelName());
    application.revisions().stream()
        .flatMap(revision -> ids(revision.digest()))
        .forEach(remembered::add);
    listeners.forEach(listener -> listener.deleted(application.modelName()));
  }
}

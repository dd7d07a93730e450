package dev.garrison.lab.wsus.state;

import dev.garrison.lab.wsus.catalogue.Category;
import dev.garrison.lab.wsus.catalogue.Revision;
import dev.garrison.lab.wsus.catalogue.RevisionKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Updates and categories that one server stores. Guarded by the servers' lock. */
public final class WsusHoldings {
  private final Map<UUID, StoredUpdate> updates = new LinkedHashMap<>();
  private final Map<UUID, KeptCategory> categories = new LinkedHashMap<>();
  private final Map<UUID, Set<UUID>> superseding = new HashMap<>();
  private final Map<UUID, Set<UUID>> bundling = new HashMap<>();
  private final Set<UUID> acceptedEulas = new HashSet<>();
  private int lastLocalId = 10_000;
  private int lastRevisionId = 20_000;

  /** A category, its number on this server, and its arrival time. */
  public record KeptCategory(Category category, int localId, Instant arrived) {}

  /** Stores a category; one that is already stored stays. */
  public void keep(Category category, Instant now) {
    categories.computeIfAbsent(category.id(), id -> new KeptCategory(category, ++lastLocalId, now));
  }

  /** Stores a revision. Returns false if it is already stored. */
  public boolean keep(Revision revision, Instant now) {
    StoredUpdate update =
        updates.computeIfAbsent(revision.updateId(), id -> new StoredUpdate(id, ++lastLocalId));
    if (update.revision(revision.key().number()).isPresent()) {
      return false;
    }
    if (!update.revisions().isEmpty()) {
      forget(update.latest().revision());
    }
    update.add(new StoredRevision(revision, ++lastRevisionId, now));
    remember(update.latest().revision());
    return true;
  }

  private void forget(Revision revision) {
    revision
        .relations()
        .supersedes()
        .forEach(old -> links(superseding, old).remove(revision.updateId()));
    revision
        .relations()
        .bundles()
        .forEach(part -> links(bundling, part.updateId()).remove(revision.updateId()));
  }

  private void remember(Revision revision) {
    revision
        .relations()
        .supersedes()
        .forEach(old -> links(superseding, old).add(revision.updateId()));
    revision
        .relations()
        .bundles()
        .forEach(part -> links(bundling, part.updateId()).add(revision.updateId()));
  }

  private static Set<UUID> links(Map<UUID, Set<UUID>> map, UUID key) {
    return map.computeIfAbsent(key, id -> new LinkedHashSet<>());
  }

  /** All updates, in order of arrival. */
  public Collection<StoredUpdate> updates() {
    return Collections.unmodifiableCollection(updates.values());
  }

  /** Update by id. */
  public Optional<StoredUpdate> update(UUID id) {
    return Optional.ofNullable(updates.get(id));
  }

  /** Revision by key. */
  public Optional<StoredRevision> revision(RevisionKey key) {
    return update(key.updateId()).flatMap(update -> update.revision(key.number()));
  }

  /** Stored updates whose latest revision supersedes this one. */
  public List<StoredUpdate> supersedersOf(UUID id) {
    return stored(superseding.getOrDefault(id, Set.of()));
  }

  /** Stored updates that bundle this one. */
  public List<StoredUpdate> bundlesOf(UUID id) {
    return stored(bundling.getOrDefault(id, Set.of()));
  }

  /** Updates of these ids that are stored. */
  public List<StoredUpdate> stored(Collection<UUID> ids) {
    return ids.stream().map(this::update).flatMap(Optional::stream).toList();
  }

  /** All categories, parents first. */
  public Collection<KeptCategory> categories() {
    return Collections.unmodifiableCollection(categories.values());
  }

  /** Category by id. */
  public Optional<KeptCategory> category(UUID id) {
    return Optional.ofNullable(categories.get(id));
  }

  /** Whether a category is another one or below it. */
  public boolean isWithin(UUID category, UUID ancestor) {
    Optional<UUID> at = Optional.of(category);
    while (at.isPresent()) {
      if (at.get().equals(ancestor)) {
        return true;
      }
      at = category(at.get()).flatMap(kept -> kept.category().parent());
    }
    return false;
  }

  /** License terms that were accepted. */
  public Set<UUID> acceptedEulas() {
    return acceptedEulas;
  }
}

package dev.garrison.lab.wsus.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Categories and updates that Microsoft Update offers. A server receives them at its next
 * synchronization. Thread-safe.
 */
public final class Feed {
  private static final int WINDOW = 10;
  private final Map<UUID, Category> categories = new LinkedHashMap<>();
  private final Map<UUID, List<Revision>> updates = new LinkedHashMap<>();

  /** Creates a feed with only the usual categories. */
  public Feed() {
    Categories.read().forEach(this::publish);
  }

  /** Publishes a category. */
  public synchronized void publish(Category category) {
    categories.put(category.id(), category);
  }

  /** Publishes an update, or a revision of it. */
  public synchronized void publish(Revision revision) {
    updates.computeIfAbsent(revision.updateId(), id -> new ArrayList<>()).add(revision);
  }

  /** Publishes a sensor update that supersedes these. Returns the update's id. */
  public UUID publish(Sensor sensor, Instant created, List<UUID> supersedes) {
    publish(SensorUpdates.part(sensor, created));
    publish(SensorUpdates.bundle(sensor, created).superseding(supersedes));
    return SensorUpdates.idOf(sensor);
  }

  /** Publishes a sensor update that supersedes up to ten earlier ones of its family and channel. */
  public UUID release(Sensor sensor, Instant created) {
    List<UUID> before =
        revisions().stream()
            .filter(revision -> revision.explicit() && revision.sensor().isPresent())
            .filter(revision -> isBefore(revision.sensor().get(), sensor))
            .sorted((a, b) -> Sensor.compare(versionOf(b), versionOf(a)))
            .map(Revision::updateId)
            .distinct()
            .limit(WINDOW)
            .toList();
    return publish(sensor, created, before);
  }

  private static String versionOf(Revision revision) {
    return revision.sensor().orElseThrow().version();
  }

  private static boolean isBefore(Sensor old, Sensor sensor) {
    return old.family().equals(sensor.family())
        && old.channel().equals(sensor.channel())
        && Sensor.compare(old.version(), sensor.version()) < 0;
  }

  /** Publishes the same update again as its next revision. Returns the revision's number. */
  public synchronized int rerelease(UUID update) {
    Revision last = latest(update);
    publish(last.numbered(last.key().number() + 1));
    return last.key().number() + 1;
  }

  /**
   * Withdraws an update as its publisher does: its next revision is expired. Returns its number.
   */
  public synchronized int expire(UUID update) {
    Revision last = latest(update);
    publish(last.expiredAs(last.key().number() + 1));
    return last.key().number() + 1;
  }

  /** Newest revision of an update. */
  public synchronized Revision latest(UUID update) {
    return Optional.ofNullable(updates.get(update))
        .orElseThrow(() -> new IllegalArgumentException("nobody published " + update))
        .getLast();
  }

  /** All categories, parents first. */
  public synchronized List<Category> categories() {
    return List.copyOf(categories.values());
  }

  /** Newest revision of every update, which is all that a server receives. */
  public synchronized List<Revision> latest() {
    return updates.values().stream().map(List::getLast).toList();
  }

  /** All revisions, in order of publication within an update. */
  public synchronized List<Revision> revisions() {
    return updates.values().stream().flatMap(List::stream).toList();
  }
}

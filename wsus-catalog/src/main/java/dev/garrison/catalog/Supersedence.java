package dev.garrison.catalog;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Supersedence relationships, as updates themselves name them.
 *
 * <p>An update names only some of those before it: ten in metadata of Microsoft Defender that was
 * published. So supersedence is a chain with a bounded window. An older update may have no
 * superseding update although many newer ones exist, when those between are not on the server. No
 * relationship is concluded from versions or dates.
 *
 * @see <a
 *     href="https://learn.microsoft.com/previous-versions/windows/desktop/bb902491(v=vs.85)">Relationships
 *     Among Updates</a>
 */
public final class Supersedence {
  /** No known relationship. */
  public static final Supersedence NONE_KNOWN = new Supersedence(Map.of());

  private final Map<UUID, SortedSet<UUID>> olderOf;

  private Supersedence(Map<UUID, SortedSet<UUID>> olderOf) {
    this.olderOf = olderOf;
  }

  /**
   * The relationships that updates name.
   *
   * @param named for each update, those that it names as superseded; itself among them is ignored
   */
  public static Supersedence of(Map<UUID, ? extends Collection<UUID>> named) {
    Map<UUID, SortedSet<UUID>> olderOf = new TreeMap<>();
    named.forEach((newer, names) -> {
      SortedSet<UUID> older = new TreeSet<>(names);
      older.remove(newer);
      olderOf.put(newer, Collections.unmodifiableSortedSet(older));
    });
    return new Supersedence(olderOf);
  }

  /** The updates that this update itself names, which are not all that it supersedes. */
  public SortedSet<UUID> namedBy(UUID newer) {
    return olderOf.getOrDefault(newer, Collections.emptySortedSet());
  }

  /** Whether it names the older one, or one that supersedes the older one. */
  public boolean replaces(UUID newer, UUID older) {
    return chain(newer, older).isPresent();
  }

  /**
   * The shortest path from an update to one that it supersedes, both included, each naming the
   * next. Empty if none is known; no update supersedes itself, not even in a cycle.
   */
  public Optional<List<UUID>> chain(UUID newer, UUID older) {
    if (newer.equals(older)) {
      return Optional.empty();
    }
    Map<UUID, UUID> reachedFrom = new HashMap<>(Map.of(newer, newer));
    Deque<UUID> open = new ArrayDeque<>(List.of(newer));
    while (!open.isEmpty() && !reachedFrom.containsKey(older)) {
      UUID here = open.remove();
      for (UUID next : namedBy(here)) {
        if (reachedFrom.putIfAbsent(next, here) == null) {
          open.add(next);
        }
      }
    }
    return reachedFrom.containsKey(older)
        ? Optional.of(way(reachedFrom, newer, older))
        : Optional.empty();
  }

  private static List<UUID> way(Map<UUID, UUID> reachedFrom, UUID newer, UUID older) {
    Deque<UUID> way = new ArrayDeque<>(List.of(older));
    while (!way.getFirst().equals(newer)) {
      way.addFirst(Objects.requireNonNull(reachedFrom.get(way.getFirst())));
    }
    return List.copyOf(way);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Supersedence graph && olderOf.equals(graph.olderOf);
  }

  @Override
  public int hashCode() {
    return olderOf.hashCode();
  }

  @Override
  public String toString() {
    return olderOf.toString();
  }
}

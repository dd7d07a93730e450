package dev.garrison.history.change;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** Counts the changes of the history's parts, and tells listeners of each. */
public final class HistoryChanges {
  private final Map<HistoryPart, Long> latest = new EnumMap<>(HistoryPart.class);
  private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
  private long position;

  /**
   * @param start position before the first change; higher than any that an earlier process gave out
   */
  public HistoryChanges(long start) {
    position = start;
    EnumSet.allOf(HistoryPart.class).forEach(part -> latest.put(part, start));
  }

  /**
   * Parts that have changed.
   *
   * @param position of the latest change that was considered
   */
  public record News(long position, Set<HistoryPart> parts) {
    public News {
      parts = Set.copyOf(parts);
    }
  }

  /** Position of the latest change. */
  public synchronized long position() {
    return position;
  }

  /** Parts that have changed since a position; all parts for a position never reached. */
  public synchronized News since(long seen) {
    Set<HistoryPart> parts = EnumSet.allOf(HistoryPart.class);
    if (seen <= position) {
      parts.removeIf(part -> latest.getOrDefault(part, seen) <= seen);
    }
    return new News(position, parts);
  }

  /** Records that parts have changed, after the change is stored. */
  public void made(Set<HistoryPart> parts) {
    synchronized (this) {
      position++;
      parts.forEach(part -> latest.put(part, position));
    }
    listeners.forEach(Runnable::run);
  }

  /** Adds a listener, which must return at once. */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  /** Removes a listener. */
  public void leave(Runnable listener) {
    listeners.remove(listener);
  }
}

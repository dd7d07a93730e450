package dev.garrison.lab.adminservice.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Schedule of future events. Events run in the order of their time, each at exactly its own time
 * however far the clock jumped, so that a site's history depends only on the clock and the
 * requests. Not thread-safe: the site's lock guards it.
 */
public final class Timeline {
  private final Clock clock;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::order));
  private Instant now;
  private long scheduled;

  private record Event(Instant at, long order, Runnable effect) {}

  /** Creates a timeline that starts at the clock's time. */
  public Timeline(Clock clock) {
    this.clock = clock;
    this.now = clock.instant();
  }

  /** Time of the event being run, or of the request being served. */
  public Instant now() {
    return now;
  }

  /** Schedules an effect after a delay. */
  public void after(Duration delay, Runnable effect) {
    at(now.plus(delay), effect);
  }

  /** Schedules an effect at a time; at once if the time has passed. */
  public void at(Instant time, Runnable effect) {
    events.add(new Event(time.isBefore(now) ? now : time, scheduled++, effect));
  }

  /** Runs all events that are due by the clock. */
  public void catchUp() {
    Instant until = clock.instant();
    for (Event next = events.peek();
        next != null && !next.at().isAfter(until);
        next = events.peek()) {
      events.remove();
      now = next.at();
      next.effect().run();
    }
    now = until;
  }
}

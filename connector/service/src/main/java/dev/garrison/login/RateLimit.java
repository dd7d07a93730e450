package dev.garrison.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Limits the number of times that each of many callers may do something within a span of time. */
public final class RateLimit {
  /** Most callers; beyond these, the caller that was inactive longest is forgotten. */
  private static final int MOST_KEYS = 10_000;

  private final int most;
  private final Duration span;
  private final InstantSource clock;
  private final Map<String, Window> windows =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
          return size() > MOST_KEYS;
        }
      };

  /**
   * @param most number of times within the span
   */
  public RateLimit(int most, Duration span, InstantSource clock) {
    this.most = most;
    this.span = span;
    this.clock = clock;
  }

  private record Window(Instant end, int taken) {}

  /**
   * Uses one time of the caller's limit.
   *
   * @return how long to wait where none is left
   */
  public synchronized Optional<Duration> take(String key) {
    Instant now = clock.instant();
    Window window = windows.get(key);
    if (window == null || !now.isBefore(window.end())) {
      window = new Window(now.plus(span), 0);
    }
    windows.put(key, new Window(window.end(), Math.min(most, window.taken()) + 1));
    return window.taken() < most
        ? Optional.empty()
        : Optional.of(Duration.between(now, window.end()));
  }
}

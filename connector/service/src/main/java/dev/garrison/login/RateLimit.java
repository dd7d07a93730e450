package dev.garrison.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How often something may be done within a span of time, for each of many. */
public final class RateLimit {
  /** Beyond these, whoever was quiet for longest is forgotten. */
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
   * @param most times within the span
   */
  public RateLimit(int most, Duration span, InstantSource clock) {
    this.most = most;
    this.span = span;
    this.clock = clock;
  }

  private record Window(Instant end, int taken) {}

  /**
   * Takes one time.
   *
   * @return how long to wait where there is none left
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

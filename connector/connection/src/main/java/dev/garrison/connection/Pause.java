package dev.garrison.connection;

import java.time.Duration;

/** Wait before another attempt; passed in so that tests do not wait. */
@FunctionalInterface
public interface Pause {
  void pause(Duration duration) throws InterruptedException;
}

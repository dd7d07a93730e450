package dev.garrison.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What was opened, closed in the opposite order whatever fails meanwhile. */
final class Opened implements AutoCloseable {
  private final Deque<Runnable> closings = new ArrayDeque<>();

  /**
   * Keeps a thing.
   *
   * @param closing closes it
   */
  <T> T keep(T thing, Consumer<T> closing) {
    closings.push(() -> closing.accept(thing));
    return thing;
  }

  /** Closes everything that is still open. */
  @Override
  public void close() {
    Runnable last = closings.poll();
    if (last != null) {
      try (Opened _ = this) {
        last.run();
      }
    }
  }
}

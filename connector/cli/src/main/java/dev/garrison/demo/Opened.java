package dev.garrison.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Opened resources, closed in the opposite order even if closing one of them fails. */
final class Opened implements AutoCloseable {
  private final Deque<Runnable> closings = new ArrayDeque<>();

  /**
   * Keeps a resource until this object is closed.
   *
   * @param closing closes it
   */
  <T> T keep(T thing, Consumer<T> closing) {
    closings.push(() -> closing.accept(thing));
    return thing;
  }

  /** Closes all resources that are still open. */
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

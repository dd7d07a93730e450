package dev.garrison.connection.resilience;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets writes to one object through one after the other; other objects do not wait. */
public final class WriteTurns {
  private final ConcurrentHashMap<String, Turn> turns = new ConcurrentHashMap<>();

  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private int users;
  }

  /**
   * Writes when nobody else writes to this object, in the order of asking.
   *
   * @throws CancellationException if the thread is interrupted while it waits; it stays interrupted
   */
  public <R> R take(String object, Supplier<R> write) {
    Turn turn = enter(object);
    try {
      turn.lock.lockInterruptibly();
    } catch (InterruptedException e) {
      leave(object);
      Thread.currentThread().interrupt();
      CancellationException cancelled =
          new CancellationException("interrupted before a change was sent");
      cancelled.initCause(e);
      throw cancelled;
    }
    try {
      return write.get();
    } finally {
      turn.lock.unlock();
      leave(object);
    }
  }

  /** How many objects are being written to, or waited for. */
  int size() {
    return turns.size();
  }

  private Turn enter(String object) {
    return turns.compute(
        object,
        (_, known) -> {
          Turn turn = known == null ? new Turn() : known;
          turn.users++;
          return turn;
        });
  }

  private void leave(String object) {
    turns.computeIfPresent(object, (_, turn) -> --turn.users == 0 ? null : turn);
  }
}

package dev.garrison.connection.resilience;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets writes to one object run one after the other; writes to other objects do not wait. */
public final class WriteTurns {
  private final ConcurrentHashMap<String, Turn> turns = new ConcurrentHashMap<>();

  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private int users;
  }

  /**
   * Writes when no other thread writes to this object, in the order of the calls.
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

  /** Number of objects with a write under way or waiting. */
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

package dev.garrison.cli.output;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Turn at the one terminal of the process: while a question waits there, nothing is redrawn. */
public final class TerminalTurn {
  private static final ReentrantLock TURN = new ReentrantLock();
  private static final AtomicReference<Runnable> ERASE = new AtomicReference<>(() -> {});

  private TerminalTurn() {}

  /** Asks a question, once what is rewritten in place is erased. */
  public static <T> T ask(Supplier<T> question) {
    TURN.lock();
    try {
      ERASE.get().run();
      return question.get();
    } finally {
      TURN.unlock();
    }
  }

  /** Draws unless a question waits. */
  public static void draw(Runnable drawing) {
    if (TURN.tryLock()) {
      try {
        drawing.run();
      } finally {
        TURN.unlock();
      }
    }
  }

  /**
   * Names how to erase what is rewritten in place.
   *
   * @param erasing does nothing if there is nothing to erase
   */
  public static void erasedBy(Runnable erasing) {
    ERASE.set(erasing);
  }
}

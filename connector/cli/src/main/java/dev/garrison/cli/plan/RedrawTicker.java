package dev.garrison.cli.plan;

import dev.garrison.cli.output.TerminalTurn;
import dev.garrison.language.Language;
import java.time.Duration;

/** Redraws a part of the terminal at intervals, except while a question waits there. */
final class RedrawTicker implements AutoCloseable {
  private final Runnable tick;
  private final Duration interval;
  private final Thread thread;

  private RedrawTicker(Runnable tick, Duration interval) {
    this.tick = tick;
    this.interval = interval;
    Language language = Language.inUse();
    thread = Thread.ofPlatform().daemon().unstarted(() -> run(language));
  }

  /**
   * Begins to redraw.
   *
   * @param erase what a question does first
   */
  static RedrawTicker start(Runnable tick, Runnable erase, Duration interval) {
    RedrawTicker ticker = new RedrawTicker(tick, interval);
    TerminalTurn.erasedBy(erase);
    ticker.thread.start();
    return ticker;
  }

  private void run(Language language) {
    try {
      while (true) {
        Thread.sleep(interval);
        TerminalTurn.draw(() -> draw(language));
      }
    } catch (InterruptedException ended) {
      // Nothing is redrawn any more.
    }
  }

  private void draw(Language language) {
    language.during(() -> {
      tick.run();
      return language;
    });
  }

  @Override
  public void close() {
    TerminalTurn.erasedBy(() -> {});
    thread.interrupt();
  }
}

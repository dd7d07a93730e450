package dev.garrison.cli.plan;

import dev.garrison.cli.output.TerminalTurn;
import dev.garrison.language.Language;
import dev.garrison.language.ReaderZone;
import java.time.Duration;
import java.time.ZoneId;

/** Redraws a part of the terminal at intervals, except while a question waits there. */
final class RedrawTicker implements AutoCloseable {
  private final Runnable tick;
  private final Duration interval;
  private final Thread thread;

  private RedrawTicker(Runnable tick, Duration interval) {
    this.tick = tick;
    this.interval = interval;
    Language language = Language.inUse();
    ZoneId zone = ReaderZone.inUse();
    thread = Thread.ofPlatform().daemon().unstarted(() -> run(zone, language));
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

  private void run(ZoneId zone, Language language) {
    try {
      while (true) {
        Thread.sleep(interval);
        TerminalTurn.draw(() -> draw(zone, language));
      }
    } catch (InterruptedException ended) {
      // Nothing is redrawn any more.
    }
  }

  private void draw(ZoneId zone, Language language) {
    ReaderZone.during(
        zone,
        () ->
            language.during(() -> {
              tick.run();
              return language;
            }));
  }

  @Override
  public void close() {
    TerminalTurn.erasedBy(() -> {});
    thread.interrupt();
  }
}

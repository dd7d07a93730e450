package dev.garrison.cli.plan;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.connection.resilience.ServerCounts;
import dev.garrison.language.DurationText;
import dev.garrison.language.Text;
import dev.garrison.session.Sessions.OpenSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows on a terminal how much was read from which server, while a command reads. */
public final class ReadingNotice implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(250);
  private static final int WIDTH = 110;

  private final Console console;
  private final Supplier<List<ServerCounts>> traffic;
  private final Supplier<Duration> elapsed;
  private Optional<RedrawTicker> ticker = Optional.empty();
  private boolean closed;

  /**
   * A notice that is told when to look at the counts.
   *
   * @param elapsed the time since it began
   */
  ReadingNotice(Console console, Supplier<List<ServerCounts>> traffic, Supplier<Duration> elapsed) {
    this.console = console;
    this.traffic = traffic;
    this.elapsed = elapsed;
    tick();
  }

  /** Reads with a notice, which is gone when the result is there. */
  public static <T> T during(Console console, OpenSession open, Supplier<T> reading) {
    if (!console.rewritesErrors()) {
      return reading.get();
    }
    long start = System.nanoTime();
    try (ReadingNotice notice =
        new ReadingNotice(
            console, open.traffic(), () -> Duration.ofNanos(System.nanoTime() - start))) {
      notice.ticker = Optional.of(RedrawTicker.start(notice::tick, notice::erase, TICK));
      return reading.get();
    }
  }

  /** Shows the present counts in place of the earlier ones. */
  synchronized void tick() {
    if (!closed) {
      console.err().print("\r" + line(traffic.get(), elapsed.get()) + "\u001b[K");
      console.err().flush();
    }
  }

  private synchronized void erase() {
    console.err().print("\r\u001b[K");
    console.err().flush();
  }

  private static String line(List<ServerCounts> counts, Duration elapsed) {
    List<Text> read =
        counts.stream()
            .filter(server -> server.requests() > 0)
            .map(server ->
                Text.of("reading.requests", "count", server.requests(), "server", server.server()))
            .toList();
    Text line =
        read.isEmpty() ? Text.of("reading.begins") : Text.of("reading.done", "requests", read);
    return Cells.cut(ScreenText.text(line.shown() + "  " + DurationText.counter(elapsed)), WIDTH);
  }

  @Override
  public synchronized void close() {
    erase();
    closed = true;
    ticker.ifPresent(RedrawTicker::close);
  }
}

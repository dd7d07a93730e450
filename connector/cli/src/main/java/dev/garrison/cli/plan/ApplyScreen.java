package dev.garrison.cli.plan;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.view.ApplyTable;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.recipe.ring.RingObjects;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Shows an apply from its first change on: one line for each object whose state changes, at once.
 * On a terminal a table below them is rewritten in place; elsewhere a line follows after a minute
 * without any.
 */
public final class ApplyScreen implements ApplyListener, AutoCloseable {
  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final Duration TICK = Duration.ofMillis(500);

  private static final String WRAP_OFF = "\u001b[?7l";
  private static final String WRAP_ON = "\u001b[?7h";

  private final Console console;
  private final ApplyTable table;
  private final Supplier<Duration> elapsed;
  private Optional<RedrawTicker> ticker = Optional.empty();
  private Duration last = Duration.ZERO;
  private int drawn;
  private boolean begun;
  private boolean closed;

  /**
   * Begins the screen of an apply of this plan.
   *
   * @param rings the objects of the manifest's rings
   */
  public static ApplyScreen of(Console console, Plan plan, List<RingObjects> rings) {
    long start = System.nanoTime();
    ApplyScreen screen =
        new ApplyScreen(console, plan, rings, () -> Duration.ofNanos(System.nanoTime() - start));
    screen.ticker = Optional.of(RedrawTicker.start(screen::tick, screen::erase, TICK));
    return screen;
  }

  /**
   * A screen that is told when to look at the time.
   *
   * @param elapsed the time since it began
   */
  ApplyScreen(Console console, Plan plan, List<RingObjects> rings, Supplier<Duration> elapsed) {
    this.console = console;
    this.table = new ApplyTable(plan, rings);
    this.elapsed = elapsed;
  }

  /** Says what is applied, once: a plan that is refused before reports nothing. */
  private void begin() {
    if (!begun) {
      begun = true;
      console.out().println(table.begins().shown());
      console.out().flush();
    }
  }

  @Override
  public synchronized Progress started(PlannedChange change) {
    begin();
    table.started(change, elapsed.get());
    tick();
    return (done, total) -> {
      synchronized (this) {
        table.moved(done, total);
        if (isDue(TICK)) {
          tick();
        }
      }
    };
  }

  @Override
  public synchronized void finished(PlannedChange change, StepResult result) {
    begin();
    Optional<StepResult> news = table.finished(change, result);
    erase();
    String line = news.map(each -> table.line(change, each)).orElse("");
    if (!line.isEmpty()) {
      console.out().println(console.colors().of(line));
      last = elapsed.get();
    }
    console.out().flush();
    if (result instanceof StepResult.Failed failed) {
      console.err().println(DiagnosticView.render(failed.diagnostic()));
    }
    draw();
  }

  /** Looks at the time: renews the table, or says how far it is after a minute of silence. */
  synchronized void tick() {
    if (closed || !begun) {
      return;
    }
    if (console.live()) {
      erase();
      draw();
      last = elapsed.get();
    } else if (isDue(QUIET)) {
      console.out().println("  " + table.summary(elapsed.get()));
      console.out().flush();
      last = elapsed.get();
    }
  }

  private boolean isDue(Duration time) {
    return elapsed.get().minus(last).compareTo(time) >= 0;
  }

  private void draw() {
    if (console.live()) {
      List<String> lines = table.lines(elapsed.get());
      // A line that is too long is cut by the terminal: one that went on would not be erased.
      console.out().print(WRAP_OFF);
      lines.forEach(line -> console.out().println(console.colors().of(line)));
      console.out().print(WRAP_ON);
      console.out().flush();
      drawn = lines.size();
    }
  }

  /** Goes back to where the table begins, and clears the screen from there. */
  private synchronized void erase() {
    if (drawn > 0) {
      console.out().print("\r\u001b[" + drawn + "A\u001b[J");
      console.out().flush();
      drawn = 0;
    }
  }

  @Override
  public synchronized void close() {
    erase();
    closed = true;
    ticker.ifPresent(RedrawTicker::close);
  }
}

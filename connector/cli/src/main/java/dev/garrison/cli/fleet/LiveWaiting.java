package dev.garrison.cli.fleet;

import dev.garrison.cli.output.Console;
import dev.garrison.language.Language;
import dev.garrison.language.Text;
import dev.garrison.session.RepeatedApply;
import dev.garrison.survey.live.LiveQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the answers of servers, and says how many there are. When the program is ended
 * meanwhile, such as by Ctrl-C, the waiting ends, and the program does so once it has shown what
 * came until then.
 */
final class LiveWaiting implements LiveQuery.Waiting, AutoCloseable {
  /** More than it takes to print. */
  private static final Duration SHOWING = Duration.ofSeconds(20);

  private final Console console;
  private final RepeatedApply.Waiting pause;
  private final Duration timeout;
  private final Language language = Language.inUse();
  private final Thread ending = Thread.ofPlatform().unstarted(this::end);
  private final CountDownLatch shown = new CountDownLatch(1);
  private @Nullable Thread pausing;
  private boolean ended;
  private boolean begun;
  private int answered;

  LiveWaiting(Console console, RepeatedApply.Waiting pause, Duration timeout) {
    this.console = console;
    this.pause = pause;
    this.timeout = timeout;
    Runtime.getRuntime().addShutdownHook(ending);
  }

  private void end() {
    stop();
    try {
      boolean printed = shown.await(SHOWING.toSeconds(), TimeUnit.SECONDS);
      if (!printed) {
        console.err().println(Text.of("asked.cut").in(language));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A person wants what there is. */
  synchronized void stop() {
    ended = true;
    Optional.ofNullable(pausing).ifPresent(Thread::interrupt);
  }

  private synchronized boolean begin() {
    pausing = Thread.currentThread();
    return !ended;
  }

  /** An interruption that asked for the end has done its work; another one stays. */
  private synchronized boolean done(boolean interrupted) {
    pausing = null;
    if (ended && Thread.interrupted()) {
      return false;
    }
    if (interrupted && !ended) {
      Thread.currentThread().interrupt();
    }
    return !ended && !interrupted;
  }

  @Override
  public boolean pause(Duration duration) {
    if (!begun) {
      begun = true;
      console.err().println(Text.of("asked.begins", "duration", timeout).shown());
    }
    if (!begin()) {
      return done(false);
    }
    try {
      pause.pause(duration);
      return done(false);
    } catch (InterruptedException e) {
      return done(true);
    }
  }

  @Override
  public void heard(int now, int asked) {
    if (now != answered) {
      answered = now;
      console.err().println(Text.of("asked.answering", "answered", now, "count", asked).shown());
    }
  }

  @Override
  public void close() {
    console.out().flush();
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException ends) {
      // The program is being ended, and waits for this.
    }
    shown.countDown();
  }
}

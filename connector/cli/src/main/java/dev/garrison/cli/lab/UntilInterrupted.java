package dev.garrison.cli.lab;

import dev.garrison.cli.ExitCode;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Work that closes what it opened when the program is ended, such as by Ctrl-C. */
final class UntilInterrupted {
  /** Longer than a job of the demonstration takes to end. */
  private static final Duration CLOSING = Duration.ofSeconds(30);

  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);

  private UntilInterrupted() {}

  /**
   * Does the work on this thread, which is interrupted when the program is ended.
   *
   * @param work closes what it opened before it returns or throws
   */
  static int run(Callable<Integer> work) throws Exception {
    UntilInterrupted state = new UntilInterrupted();
    Thread worker = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> state.end(worker), "garrison-end"));
    try {
      return work.call();
    } catch (InterruptedException | RuntimeException fault) {
      if (state.interrupted.get()) {
        return ExitCode.ERROR;
      }
      throw fault;
    } finally {
      state.closed.countDown();
    }
  }

  private void end(Thread worker) {
    if (closed.getCount() == 0) {
      return;
    }
    interrupted.set(true);
    worker.interrupt();
    try {
      boolean _ = closed.await(CLOSING.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

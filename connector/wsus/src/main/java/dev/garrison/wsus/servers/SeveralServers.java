package dev.garrison.wsus.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/** Works on several servers in parallel, so that an unreachable one does not delay the others. */
public final class SeveralServers {
  private static final int MOST_AT_ONCE = 64;

  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  /**
   * Starts the work on all servers at once, and returns the results in their order.
   *
   * @param work the task for one server; its exception is thrown when it is that server's turn
   */
  public <S, R> List<R> each(List<S> servers, Function<S, R> work) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<R>> running =
          servers.stream().map(server -> threads.submit(() -> work.apply(server))).toList();
      List<R> results = new ArrayList<>();
      for (Future<R> one : running) {
        results.add(result(one));
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  /**
   * Waits for one result. An interrupt is recorded before the threads are closed, which then stops
   * them too.
   */
  private static <R> R result(Future<R> one) throws ExecutionException {
    try {
      return one.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Runs work as soon as few enough other servers are being worked on. */
  public <R> R inTurn(Supplier<R> work) {
    try {
      places.acquire();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private static CancellationException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    CancellationException cancelled = new CancellationException("interrupted between servers");
    cancelled.initCause(cause);
    return cancelled;
  }
}

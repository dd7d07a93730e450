package dev.garrison.schedule;

import dev.garrison.job.ApprovalNote;
import dev.garrison.session.RingOrder;
import dev.garrison.work.JobRunner;
import dev.garrison.work.JobRunner.Begun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs on request of users: approved plans, and rings to halt or resume. They run one after the
 * other. Each has a number in the history from the moment of the request.
 */
public final class RequestedRuns {
  /** Most requested runs at once; more would only wait. */
  private static final int MOST = 8;

  private static final Duration LEAST = Duration.ofSeconds(1);

  private final JobRunner runner;
  private final JobListener listener;
  private final Semaphore places = new Semaphore(MOST);
  private final Set<Long> approved = ConcurrentHashMap.newKeySet();
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("garrison-requested").daemon().factory());

  RequestedRuns(JobRunner runner, JobListener listener) {
    this.runner = runner;
    this.listener = listener;
  }

  /**
   * Carries out the plan that a run left.
   *
   * @param who the user or token that approved it
   * @param note of the approver
   * @return the number of the run that carries it out; empty where one does already
   * @throws dev.garrison.diagnostic.RefusalException where the run left no plan
   * @throws RejectedExecutionException where too many runs wait, or the service ends
   */
  public OptionalLong approve(long planned, String who, ApprovalNote note) {
    if (!approved.add(planned)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        submit(
            () -> runner.approve(planned, who, note), Optional.of(() -> approved.remove(planned))));
  }

  /**
   * Halts or resumes a ring.
   *
   * @param who the user or token that orders it
   * @return the number of the run that does so
   * @throws RejectedExecutionException where too many runs wait, or the service ends
   */
  public long order(RingOrder order, String who) {
    return submit(() -> runner.order(order, who), Optional.empty());
  }

  private long submit(Supplier<Begun> beginning, Optional<Runnable> atItsEnd) {
    Runnable end =
        () -> {
          atItsEnd.ifPresent(Runnable::run);
          places.release();
        };
    if (executor.isShutdown() || !places.tryAcquire()) {
      atItsEnd.ifPresent(Runnable::run);
      throw new RejectedExecutionException("too many runs wait, or the service ends");
    }
    Requested requested;
    try {
      requested = new Requested(beginning.get(), listener, end);
    } catch (RuntimeException | Error refused) {
      end.run();
      throw refused;
    }
    try {
      executor.execute(requested);
    } catch (RuntimeException | Error refused) {
      requested.drop();
      throw refused;
    }
    return requested.begun().run().id();
  }

  /**
   * A run that has its number and is then either carried out or dropped.
   *
   * @param end runs in any case at the end
   */
  private record Requested(Begun begun, JobListener listener, Runnable end) implements Runnable {
    @Override
    public void run() {
      try {
        try {
          listener.begun(begun.run());
        } finally {
          listener.ended(begun.rest().get());
        }
      } finally {
        end.run();
      }
    }

    void drop() {
      try {
        begun.drop().run();
      } finally {
        end.run();
      }
    }
  }

  /** Accepts no more requests. */
  void end() {
    executor.shutdown();
  }

  /** Waits for the runs under way. */
  void await(Duration most) {
    Duration time = most.compareTo(LEAST) < 0 ? LEAST : most;
    try {
      if (!executor.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS)) {
        drop(executor.shutdownNow());
        boolean _ = executor.awaitTermination(LEAST.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void drop(List<Runnable> neverBegun) {
    for (Runnable each : neverBegun) {
      if (each instanceof Requested requested) {
        requested.drop();
      }
    }
  }
}

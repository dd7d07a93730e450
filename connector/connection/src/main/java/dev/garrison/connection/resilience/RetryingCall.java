package dev.garrison.connection.resilience;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Retries temporary failures with growing waits. Resilience4j determines the number and lengths of
 * the waits; the waiting is done here, because Resilience4j's own wait is a sleep for the complete
 * process.
 */
public final class RetryingCall {
  private final BackOff backOff;
  private final Tempo tempo;
  private final Retry retry;

  public RetryingCall(String name, BackOff backOff, Tempo tempo) {
    this.backOff = backOff;
    this.tempo = tempo;
    this.retry =
        Retry.of(
            name,
            RetryConfig.custom()
                .maxAttempts(backOff.attempts())
                .retryOnException(_ -> true)
                .intervalFunction(
                    attempt -> backOff.wait(attempt, tempo.chance().getAsDouble()).toMillis())
                .build());
  }

  /**
   * Runs the attempts.
   *
   * @param attempt receives its number, beginning with 1
   * @param judge the verdict on a failure
   * @throws CancellationException if the thread is interrupted while it waits; it stays interrupted
   */
  public <R> R run(IntFunction<R> attempt, Function<RuntimeException, Verdict> judge) {
    Retry.AsyncContext<R> context = retry.asyncContext();
    for (int number = 1; ; number++) {
      try {
        R result = attempt.apply(number);
        context.onComplete();
        return result;
      } catch (RuntimeException failure) {
        await(wait(context, failure, judge.apply(failure)));
      }
    }
  }

  /** The wait after this failure; throws the failure after the last attempt. */
  private Duration wait(Retry.AsyncContext<?> context, RuntimeException failure, Verdict verdict) {
    return switch (verdict) {
      case Verdict.GiveUp() -> throw failure;
      case Verdict.TryAgain(Duration atLeast) -> {
        long wait = atLeast.compareTo(backOff.longest()) > 0 ? -1 : context.onError(failure);
        if (wait < 0) {
          throw failure;
        }
        yield Duration.ofMillis(Math.max(wait, atLeast.toMillis()));
      }
    };
  }

  private void await(Duration wait) {
    try {
      tempo.pause().pause(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled =
          new CancellationException("interrupted between two attempts");
      cancelled.initCause(e);
      throw cancelled;
    }
  }
}

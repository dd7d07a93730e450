package dev.garrison.connection.resilience;

import dev.garrison.connection.resilience.NotAskedException.Reason;
import dev.garrison.language.Text;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One server, with its limits for all accounts that sign in to it. The number of simultaneous
 * requests is limited. After several failures in a row the server is set aside for a while, and
 * every request fails at once; then one request tests whether the server works again. Safe for use
 * by several threads.
 */
public final class GuardedServer {
  /**
   * Disables the breaker's own measure of slow calls; a call is too slow when it misses its
   * deadline.
   */
  private static final Duration NEVER_SLOW = Duration.ofDays(1);

  /** Reason for sending a request. */
  public enum Occasion {
    FIRST,
    /** The same request failed before. */
    AGAIN,
    /** Another server of the site failed. */
    INSTEAD
  }

  private record Rest(Instant since, Instant until, Text why) {}

  private final String name;
  private final ServerLimits limits;
  private final Clock clock;
  private final CircuitBreakers breakers;
  private final Function<Throwable, Health> judge;
  private final Bulkhead places;
  private final CircuitBreaker breaker;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();
  private final AtomicLong instead = new AtomicLong();
  private final AtomicLong waits = new AtomicLong();
  private final AtomicLong setAside = new AtomicLong();
  private volatile Text lastFailure = Text.verbatim("");
  private volatile @Nullable Rest rest;

  /**
   * @param name the name in counts and messages
   * @param tempo its clock, and the breakers that include this server's
   * @param judge the health of the server according to a failed exchange
   */
  public GuardedServer(
      String name, ServerLimits limits, Tempo tempo, Function<Throwable, Health> judge) {
    this.name = name;
    this.limits = limits;
    this.clock = tempo.clock();
    this.breakers = tempo.breakers();
    this.judge = judge;
    this.places =
        Bulkhead.of(
            name,
            BulkheadConfig.custom()
                .maxConcurrentCalls(limits.mostAtOnce())
                .maxWaitDuration(limits.longestWait())
                .build());
    this.breaker = CircuitBreaker.of(name, breakerConfig());
    breaker.getEventPublisher().onStateTransition(this::note);
    breakers.know(name);
  }

  private CircuitBreakerConfig breakerConfig() {
    return CircuitBreakerConfig.custom()
        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
        .slidingWindowSize(limits.failures())
        .minimumNumberOfCalls(limits.failures())
        .failureRateThreshold(100)
        .slowCallDurationThreshold(NEVER_SLOW)
        .waitDurationInOpenState(limits.rest())
        .permittedNumberOfCallsInHalfOpenState(1)
        .clock(clock)
        .recordException(failure -> judge.apply(failure) instanceof Health.Fails)
        .ignoreException(failure -> judge.apply(failure) instanceof Health.Unknown)
        .build();
  }

  private void note(CircuitBreakerOnStateTransitionEvent event) {
    switch (event.getStateTransition().getToState()) {
      case OPEN -> {
        Instant now = clock.instant();
        Rest before = rest;
        rest =
            new Rest(before == null ? now : before.since(), now.plus(limits.rest()), lastFailure);
        setAside.incrementAndGet();
        breakers.note(name, CircuitBreakers.State.OPEN);
      }
      case CLOSED -> rest = null;
      case HALF_OPEN -> breakers.note(name, CircuitBreakers.State.HALF_OPEN);
      default -> {}
    }
  }

  /**
   * Runs an exchange with this server.
   *
   * @throws NotAskedException if the server is set aside, or no place became free in time; then
   *     nothing was sent. Exceptions of the exchange pass unchanged
   * @throws CancellationException if the thread is interrupted while it waits for a place; it stays
   *     interrupted
   */
  public <R> R ask(Occasion occasion, Supplier<R> exchange) {
    Rest now = rest;
    if (now != null
        && breaker.getState() == CircuitBreaker.State.OPEN
        && !clock.instant().isAfter(now.until())) {
      throw setAside();
    }
    takePlace();
    try {
      if (!breaker.tryAcquirePermission()) {
        throw setAside();
      }
      count(occasion);
      return judged(exchange);
    } finally {
      places.onComplete();
    }
  }

  private <R> R judged(Supplier<R> exchange) {
    try {
      R result = exchange.get();
      breaker.onSuccess(0, TimeUnit.NANOSECONDS);
      answered();
      return result;
    } catch (RuntimeException | Error failure) {
      Health health = judge.apply(failure);
      if (health instanceof Health.Fails(Text why)) {
        lastFailure = why;
      }
      breaker.onError(0, TimeUnit.NANOSECONDS, failure);
      if (health instanceof Health.Answers) {
        answered();
      }
      throw failure;
    }
  }

  /**
   * Records a success, but only while the breaker is closed. A late answer to an earlier request
   * does not end a rest.
   */
  private void answered() {
    if (breaker.getState() == CircuitBreaker.State.CLOSED) {
      breakers.note(name, CircuitBreakers.State.CLOSED);
    }
  }

  private void takePlace() {
    if (places.getMetrics().getAvailableConcurrentCalls() == 0) {
      waits.incrementAndGet();
    }
    if (places.tryAcquirePermission()) {
      return;
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted before a request was sent");
    }
    throw new NotAskedException(
        Reason.NO_FREE_PLACE,
        Text.of("not-asked.busy", "count", limits.mostAtOnce(), "time", limits.longestWait()));
  }

  private NotAskedException setAside() {
    Rest known = rest;
    if (known == null) {
      Instant now = clock.instant();
      known = new Rest(now, now.plus(limits.rest()), lastFailure);
    }
    return new NotAskedException(
        Reason.SET_ASIDE,
        Text.of(
            breaker.getState() == CircuitBreaker.State.HALF_OPEN
                ? "not-asked.tested"
                : "not-asked.set-aside",
            "since",
            seconds(known.since()),
            "count",
            limits.failures(),
            "why",
            known.why(),
            "until",
            seconds(known.until().plusMillis(999))));
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  private void count(Occasion occasion) {
    requests.incrementAndGet();
    switch (occasion) {
      case FIRST -> {}
      case AGAIN -> repeated.incrementAndGet();
      case INSTEAD -> instead.incrementAndGet();
    }
  }

  /** Counts of requests so far. */
  public ServerCounts counts() {
    return new ServerCounts(
        name, requests.get(), repeated.get(), instead.get(), waits.get(), setAside.get());
  }
}

package dev.garrison.wsus.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SeveralServersTest {
  private final SeveralServers several = new SeveralServers();

  private static void meet(CountDownLatch all) {
    all.countDown();
    try {
      all.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void allBeginAtOnceAndTheResultsKeepTheirOrder() {
    CountDownLatch all = new CountDownLatch(3);

    assertThat(
            several.each(
                List.of(3, 1, 2),
                number -> {
                  meet(all);
                  return number * 10;
                }))
        .containsExactly(30, 10, 20);
  }

  @Test
  void whatFailsForOneServerIsThrown() {
    assertThatThrownBy(() ->
            several.each(
                List.of(1, 2),
                number -> {
                  if (number == 2) {
                    throw new IllegalArgumentException("no such server");
                  }
                  return number;
                }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such server");
  }

  @Test
  void anErrorOfOneServerIsThrownAsItsCause() {
    AssertionError error = new AssertionError("broken");

    assertThatThrownBy(() ->
            several.each(
                List.of(1),
                _ -> {
                  throw error;
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasCause(error);
  }

  @Test
  void noMoreThanSixtyFourAreAtWorkAndEachGetsItsTurn() {
    CountDownLatch full = new CountDownLatch(64);
    AtomicInteger working = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    List<Integer> done =
        several.each(
            IntStream.range(0, 130).boxed().toList(),
            number ->
                several.inTurn(() -> {
                  most.accumulateAndGet(working.incrementAndGet(), Math::max);
                  meet(full);
                  working.decrementAndGet();
                  return number;
                }));

    assertThat(done).hasSize(130);
    assertThat(most).hasValue(64);
  }

  @Test
  void aPlaceIsFreeAgainAfterAFailure() {
    for (int i = 0; i < 65; i++) {
      assertThatThrownBy(() ->
              several.inTurn(() -> {
                throw new IllegalArgumentException("it failed");
              }))
          .hasMessage("it failed");
    }
  }

  @Test
  void whoIsInterruptedWaitsForNoServerAndStaysInterrupted() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicBoolean isToldToStop = new AtomicBoolean();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() ->
            several.each(
                List.of(1),
                number -> {
                  try {
                    return never.await(20, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    isToldToStop.set(true);
                    return number;
                  }
                }))
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted between servers")
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(isToldToStop).isTrue();
  }

  @Test
  void whoIsInterruptedBeforeItsTurnDoesNotBegin() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> several.inTurn(() -> 1)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}

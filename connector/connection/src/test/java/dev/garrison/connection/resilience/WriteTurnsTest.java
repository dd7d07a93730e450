package dev.garrison.connection.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WriteTurnsTest {
  private final WriteTurns turns = new WriteTurns();

  @Test
  void writesToOneObjectGoOneAfterTheOther() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    int[] unguarded = new int[1];
    try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        all.add(
            writers.submit(() ->
                turns.take(
                    "object",
                    () -> {
                      most.accumulateAndGet(now.incrementAndGet(), Math::max);
                      unguarded[0]++;
                      return now.decrementAndGet();
                    })));
      }
      for (Future<Integer> one : all) {
        assertThat(one.get()).isZero();
      }
    }
    assertThat(most.get()).isEqualTo(1);
    assertThat(unguarded[0]).isEqualTo(400);
    assertThat(turns.size()).isZero();
  }

  @Test
  void anotherObjectDoesNotWait() {
    String answer =
        turns.take(
            "one",
            () -> {
              try (ExecutorService other = Executors.newSingleThreadExecutor()) {
                return other.submit(() -> turns.take("two", () -> "written")).get();
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    assertThat(answer).isEqualTo("written");
  }

  @Test
  void aWriteThatFailsLeavesItsTurn() {
    assertThatThrownBy(() ->
            turns.take(
                "object",
                () -> {
                  throw new IllegalStateException("failed");
                }))
        .hasMessage("failed");
    assertThat(turns.size()).isZero();
    assertThat(turns.take("object", () -> "written")).isEqualTo("written");
  }

  @Test
  void anInterruptedThreadWritesNothingAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> turns.take("object", () -> "written"))
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted before a change was sent");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(turns.size()).isZero();
  }

  @Test
  void whoeverGivesUpWaitingLeavesTheTurnToTheOneWhoWrites() {
    turns.take(
        "object",
        () -> {
          try (ExecutorService impatient = Executors.newSingleThreadExecutor()) {
            Future<?> given =
                impatient.submit(() -> {
                  Thread.currentThread().interrupt();
                  turns.take("object", () -> "written");
                });
            assertThatThrownBy(given::get).hasCauseInstanceOf(CancellationException.class);
          }
          assertThat(turns.size()).isEqualTo(1);
          return "written";
        });
    assertThat(turns.size()).isZero();
  }

  @Test
  void aTurnStaysUntilTheLastOfTwoHasLeftIt() {
    turns.take(
        "object",
        () -> {
          assertThat(turns.take("object", () -> "written first")).isEqualTo("written first");
          assertThat(turns.size()).isEqualTo(1);
          return "written last";
        });
    assertThat(turns.size()).isZero();
  }
}

package dev.garrison.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class LiveWaitingTest {
  private final StringWriter said = new StringWriter();
  private final Console console = new Console(new PrintWriter(said), new PrintWriter(said), false);

  @Test
  void itGoesOnUntilAPersonEndsIt() {
    try (LiveWaiting waiting = new LiveWaiting(console, _ -> {}, Duration.ofSeconds(90))) {
      assertThat(waiting.pause(Duration.ofSeconds(10))).isTrue();
      waiting.stop();
      assertThat(waiting.pause(Duration.ofSeconds(10))).isFalse();
    }
    assertThat(said)
        .hasToString(
            "Asking the servers directly, for at most 90 seconds. Ctrl-C shows the answers so far.\n");
  }

  @Test
  void aPauseEndsAtOnce() throws InterruptedException {
    CountDownLatch pausing = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    try (LiveWaiting waiting =
        new LiveWaiting(
            console,
            _ -> {
              pausing.countDown();
              never.await();
            },
            Duration.ofMinutes(3))) {
      Thread person =
          Thread.startVirtualThread(() -> {
            try {
              pausing.await();
              waiting.stop();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      assertThat(waiting.pause(Duration.ofHours(1))).isFalse();
      person.join();
    }
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void progressIsSaidOnlyWhenThereIsAny() {
    try (LiveWaiting waiting = new LiveWaiting(console, _ -> {}, Duration.ofMinutes(3))) {
      waiting.heard(0, 3);
      waiting.heard(2, 3);
      waiting.heard(2, 3);
    }
    assertThat(said).hasToString("2 of 3 servers answered.\n");
  }
}

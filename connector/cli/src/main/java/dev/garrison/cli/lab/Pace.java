package dev.garrison.cli.lab;

import dev.garrison.lab.Lab;
import java.time.Duration;
import java.time.InstantSource;

/** Advances the clock of a lab with the real time. */
final class Pace implements Runnable {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Lab lab;
  private final InstantSource clock;

  /**
   * @param clock the real clock
   */
  Pace(Lab lab, InstantSource clock) {
    this.lab = lab;
    this.clock = clock;
  }

  @Override
  public void run() {
    try {
      while (true) {
        Thread.sleep(SECOND);
        // A second's sleep takes longer than that, and a computer may have been asleep itself.
        Duration behind = Duration.between(lab.clock().instant(), clock.instant());
        if (behind.isPositive()) {
          lab.clock().advance(behind);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

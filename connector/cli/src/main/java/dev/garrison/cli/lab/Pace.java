package dev.garrison.cli.lab;

import dev.garrison.lab.Lab;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Advances the clock of a lab with the real time, or faster. */
final class Pace implements Runnable {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Lab lab;
  private final InstantSource clock;
  private final int speed;

  /**
   * @param clock the real clock
   * @param speed how many times as fast as real time the lab's clock runs
   */
  Pace(Lab lab, InstantSource clock, int speed) {
    this.lab = lab;
    this.clock = clock;
    this.speed = speed;
  }

  @Override
  public void run() {
    Instant last = clock.instant();
    try {
      while (true) {
        Thread.sleep(SECOND);
        // A second's sleep takes longer than that, and a computer may have been asleep itself.
        Instant now = clock.instant();
        if (now.isAfter(last)) {
          lab.clock().advance(Duration.between(last, now).multipliedBy(speed));
        }
        last = now;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

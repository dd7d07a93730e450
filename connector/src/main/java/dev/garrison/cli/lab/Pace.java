package dev.garrison.cli.lab;

import dev.garrison.lab.Lab;
import java.time.Duration;

/** Lets a lab's clock run with the real one. */
final class Pace implements Runnable {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Lab lab;

  Pace(Lab lab) {
    this.lab = lab;
  }

  @Override
  public void run() {
    try {
      while (true) {
        Thread.sleep(SECOND);
        lab.clock().advance(SECOND);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.garrison.demo;

import dev.garrison.lab.LabClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Time of a demonstration. The simulated site, the jobs, and the pages share one clock. It jumps
 * through the generated past, and then shows the time of this computer.
 */
final class DemoTime {
  private final LabClock site;
  private final Clock computer;
  private Instant read;
  private boolean isLive;

  /**
   * @param site the clock that all share
   */
  DemoTime(LabClock site, Clock computer) {
    this.site = site;
    this.computer = computer;
    this.read = computer.instant();
  }

  /** Moves the clock by the time that has passed on this computer. */
  synchronized void follow() {
    Instant now = computer.instant();
    if (now.isAfter(read)) {
      site.advance(Duration.between(read, now));
      read = now;
    }
  }

  /** Moves the clock to a time; a time that has passed changes nothing. */
  synchronized void jump(Instant to) {
    follow();
    if (to.isAfter(site.instant())) {
      site.advance(Duration.between(site.instant(), to));
    }
  }

  /** Moves the clock to the present; from now on a wait takes as long as it says. */
  synchronized void live() {
    jump(computer.instant());
    isLive = true;
  }

  /** Waits: in the generated past, the clock jumps. */
  void pause(Duration time) throws InterruptedException {
    if (jumped(time)) {
      return;
    }
    Thread.sleep(time);
  }

  private synchronized boolean jumped(Duration time) {
    if (!isLive) {
      site.advance(time);
    }
    return !isLive;
  }
}

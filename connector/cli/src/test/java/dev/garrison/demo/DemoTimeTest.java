package dev.garrison.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.LabClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class DemoTimeTest {
  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

  private final LabClock computer = new LabClock(NOW);
  private final LabClock site = new LabClock(NOW.minus(Duration.ofDays(90)));
  private final DemoTime time = new DemoTime(site, computer);

  @Test
  void theClockFollowsTheComputer() {
    computer.advance(Duration.ofSeconds(3));
    time.follow();
    assertThat(site.instant()).isEqualTo(NOW.minus(Duration.ofDays(90)).plusSeconds(3));
  }

  @Test
  void waitsInThePastTakeNoTime() throws InterruptedException {
    time.pause(Duration.ofDays(2));
    assertThat(site.instant()).isEqualTo(NOW.minus(Duration.ofDays(88)));
  }

  @Test
  void theClockNeverRunsBackwards() {
    time.jump(NOW.minus(Duration.ofDays(80)));
    time.jump(NOW.minus(Duration.ofDays(85)));
    assertThat(site.instant()).isEqualTo(NOW.minus(Duration.ofDays(80)));
  }

  @Test
  void thePastEndsAtTheTimeOfTheComputer() {
    computer.advance(Duration.ofSeconds(9));
    time.live();
    assertThat(site.instant()).isEqualTo(computer.instant());
  }
}

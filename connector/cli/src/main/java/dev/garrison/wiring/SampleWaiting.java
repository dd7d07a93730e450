package dev.garrison.wiring;

import dev.garrison.connection.Pause;
import dev.garrison.survey.live.LiveQuery;
import java.time.Duration;

/** Waits for the servers that a gate asks, without a word; an interruption ends the waiting. */
record SampleWaiting(Pause pause) implements LiveQuery.Waiting {
  @Override
  public boolean pause(Duration duration) {
    try {
      pause.pause(duration);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void heard(int answered, int asked) {
    // Nothing is shown while a plan is made; the gate says how many answered.
  }
}

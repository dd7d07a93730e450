package dev.garrison.lab.wsus;

import dev.garrison.lab.adminservice.provider.Timeline;
import java.time.Clock;
import java.util.function.Supplier;

/** The lock and the time that all update servers of a site share. */
final class Estate {
  private final Timeline timeline;

  Estate(Clock clock) {
    this.timeline = new Timeline(clock);
  }

  Timeline timeline() {
    return timeline;
  }

  /** Runs an action exclusively, after all events that are due. */
  synchronized <T> T alone(Supplier<T> deed) {
    timeline.catchUp();
    return deed.get();
  }
}

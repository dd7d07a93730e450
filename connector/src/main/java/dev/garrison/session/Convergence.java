package dev.garrison.session;

import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.plan.Planned;
import dev.garrison.record.StoredPlan;
import dev.garrison.session.Writing.Applied;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Applies, and applies again while something waits and there is time: content takes minutes to
 * reach its points, and only then may a deployment be made.
 */
public final class Convergence {
  /** Waiting between two rounds; passed in so that tests and the demonstration do not wait. */
  @FunctionalInterface
  public interface Waiting {
    void pause(Duration duration) throws InterruptedException;
  }

  private final Session session;
  private final Waiting waiting;
  private final Duration interval;

  public Convergence(Session session, Waiting waiting, Duration interval) {
    this.session = session;
    this.waiting = waiting;
    this.interval = interval;
  }

  /**
   * Carries out the plan, then whatever becomes possible, until nothing waits, something fails, or
   * the time is up.
   *
   * @param limit how long to go on; zero for one round
   * @return what all rounds together did, and the last one's journal
   */
  public Applied run(StoredPlan first, Duration limit, ApplyListener listener)
      throws InterruptedException {
    Instant end = session.now().plus(limit);
    Applied applied = round(first, listener);
    while (applied.report().succeeded()
        && !applied.report().complete()
        && session.now().isBefore(end)) {
      waiting.pause(interval);
      Planned next = session.plan(first.plan().prune());
      if (next.plan().writes() || next.plan().converged()) {
        Applied more = round(session.stored(next, first.changeId(), Optional.empty()), listener);
        applied = new Applied(applied.report().then(more.report()), more.run());
      }
    }
    return applied;
  }

  private Applied round(StoredPlan plan, ApplyListener listener) {
    try (Writing writing = session.write()) {
      return writing.apply(plan, listener);
    }
  }
}

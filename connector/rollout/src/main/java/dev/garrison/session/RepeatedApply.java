package dev.garrison.session;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.language.Message;
import dev.garrison.session.WriteSession.Applied;
import dev.garrison.state.StoredPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Applies a plan, and applies it again while objects wait and time is left. Content takes minutes
 * to reach its distribution points, and only then may a deployment be created. Later rounds decide
 * everything as of the first plan and write nothing that was not part of it.
 */
public final class RepeatedApply {
  /** Pause between two rounds; passed in so that tests and the demonstration do not wait. */
  @FunctionalInterface
  public interface Waiting {
    void pause(Duration duration) throws InterruptedException;
  }

  private final Session session;
  private final Waiting waiting;
  private final Duration interval;
  private final Consumer<Instant> gate;

  /**
   * @param gate refuses when the time is outside the agreed one; asked before each round
   */
  public RepeatedApply(
      Session session, Waiting waiting, Duration interval, Consumer<Instant> gate) {
    this.session = session;
    this.waiting = waiting;
    this.interval = interval;
    this.gate = gate;
  }

  /**
   * Carries out the plan, then its waiting parts as they become possible. Ends when nothing waits
   * that time alone makes possible, something fails, or the time is up: by the session's clock or
   * by the pauses made, because the clock of a simulated site may stand still.
   *
   * @param limit longest time to continue; zero for one round
   * @return the results of all rounds together, and the last one's journal
   * @throws RefusalException when something outside of the plan has changed meanwhile
   */
  public Applied run(StoredPlan first, Duration limit, ApplyListener listener)
      throws InterruptedException {
    Instant end = session.localTime().plus(limit);
    Duration paused = Duration.ZERO;
    Applied applied = round(first, listener);
    while (applied.report().succeeded()
        && applied.report().waits()
        && session.localTime().isBefore(end)
        && paused.compareTo(limit) < 0) {
      waiting.pause(interval);
      paused = paused.plus(interval);
      Planned next = session.planAsOf(first.plan().allowances(), first.plan().asOf());
      requireAgreed(first.plan(), next.plan());
      if (next.plan().writes() || next.plan().waiting() == 0) {
        Applied more =
            round(session.stored(next, first.changeId(), Optional.of(first.expires())), listener);
        applied = new Applied(applied.report().then(more.report()), more.run());
      }
    }
    return applied;
  }

  /**
   * Requires that a later round writes only values that the first plan showed. A write without
   * values asks the site or its clients for work that they do anyway.
   */
  private static void requireAgreed(Plan agreed, Plan next) {
    Map<Address, Set<String>> shown = new HashMap<>();
    agreed.changes().stream()
        .filter(change -> change.action() != Action.NO_OP)
        .forEach(change -> shown.put(change.address(), wantedValues(change)));
    for (PlannedChange change : next.changes()) {
      Set<String> values = shown.get(change.address());
      Set<String> wanted = wantedValues(change);
      boolean asAgreed =
          values == null
              ? wanted.isEmpty() && change.action() == Action.UPDATE
              : values.containsAll(wanted);
      if (change.action().writes() && !asAgreed) {
        throw new RefusalException(
            Diagnostic.error(
                EngineCode.PLAN_STALE,
                Message.of("repeated-apply.other-change", "object", change.address())));
      }
    }
  }

  private static Set<String> wantedValues(PlannedChange change) {
    Set<String> values = new HashSet<>();
    for (Difference difference : change.differences()) {
      values.add(difference.path() + "=" + difference.after().orElse(""));
    }
    return values;
  }

  private Applied round(StoredPlan plan, ApplyListener listener) {
    gate.accept(session.localTime());
    try (WriteSession writing = session.write()) {
      return writing.apply(plan, listener);
    }
  }
}

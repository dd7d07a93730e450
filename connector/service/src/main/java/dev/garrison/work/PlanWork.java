package dev.garrison.work;

import dev.garrison.connection.Pause;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.resource.Address;
import dev.garrison.job.AutomaticChanges;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.language.Text;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import dev.garrison.session.Session;
import dev.garrison.session.Sessions.OpenSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes a plan and the allowed changes, and plans again as long as that made progress. Changes that
 * take longer than the site normally needs for an object are left to the next run.
 */
final class PlanWork implements JobWork {
  /**
   * Most rounds. Each makes the changes that the previous one made possible, and a plan is never
   * deeper than this.
   */
  private static final int MOST_ROUNDS = 20;

  /**
   * Wait between two rounds. The site makes collections, packages, and applications ready within
   * some seconds.
   */
  private static final Duration SITE_AT_WORK = Duration.ofSeconds(20);

  private final Supplier<OpenSession> opening;
  private final Set<ChangeKind> kinds;
  private final Pause pause;

  /**
   * @param opening opens the part of the manifest that this job handles
   * @param kinds the kinds of change that this job handles
   * @param pause how to wait between two rounds
   */
  PlanWork(Supplier<OpenSession> opening, Set<ChangeKind> kinds, Pause pause) {
    this.opening = opening;
    this.kinds = Set.copyOf(kinds);
    this.pause = pause;
  }

  @Override
  public JobReport run(JobTask task) throws InterruptedException {
    Set<ChangeKind> allowed = EnumSet.noneOf(ChangeKind.class);
    allowed.addAll(task.allowed());
    allowed.retainAll(kinds);
    ChangesMade made = new ChangesMade(task);
    List<Sighting> seen = new ArrayList<>();
    try (OpenSession open = opening.get()) {
      Session session = open.session();
      if (task.kind() != JobKind.ROLLOUT) {
        return rounds(session, task, allowed, made, () -> session.plan(Allowances.NONE));
      }
      Instant now = session.now();
      Session.Look look = session.look();
      seen.addAll(Sighting.of(look.rings(), now));
      boolean halted =
          allowed.contains(ChangeKind.HALT)
              && task.closed().isEmpty()
              && new RingHalting(session, made).ofUnhealthy(look.rings());
      Allowances none = Allowances.NONE;
      return rounds(
              session,
              task,
              allowed,
              made,
              () -> halted ? session.plan(none) : look.plan().apply(none))
          .seeing(seen)
          .beside(halted(look.rings()));
    } catch (RefusalException refusal) {
      return made.ended(JobReport.of(refusal)).seeing(seen);
    }
  }

  private static List<String> halted(List<RingReport> rings) {
    return rings.stream()
        .filter(ring -> ring.state() == RingState.HALTED)
        .map(RingReport::ring)
        .toList();
  }

  private JobReport rounds(
      Session session,
      JobTask task,
      Set<ChangeKind> allowed,
      ChangesMade made,
      Supplier<Planned> first)
      throws InterruptedException {
    for (int round = 1; ; round++) {
      task.goingOn().run();
      Planned planned = round == 1 ? first.get() : session.plan(Allowances.NONE);
      AutomaticChanges automatic = new AutomaticChanges(planned.plan());
      Optional<Text> closed = allowed.isEmpty() ? Optional.empty() : task.closed();
      Set<Address> chosen = automatic.of(allowed);
      if (chosen.isEmpty() || closed.isPresent() || round > MOST_ROUNDS) {
        RemainingChanges left = new RemainingChanges(planned, automatic, chosen, closed);
        return made.ended(session, left, !allowed.isEmpty());
      }
      if (!made.progress(session, planned, chosen)) {
        Planned rest = made.rest(planned);
        AutomaticChanges still = new AutomaticChanges(rest.plan());
        RemainingChanges left = new RemainingChanges(rest, still, still.of(allowed), closed);
        return made.ended(session, left, !allowed.isEmpty());
      }
      pause.pause(SITE_AT_WORK);
    }
  }
}

package dev.garrison.demo;

import dev.garrison.connection.Pause;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.resource.Mark;
import dev.garrison.language.Text;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.ring.RingReport;
import dev.garrison.session.RepeatedApply;
import dev.garrison.session.Session;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession.Applied;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Demonstration of a complete rollout on a simulated site.
 *
 * <p>It surveys, plans and applies, lets the servers install, runs again to note the status of the
 * rings, and ends with a plan that is empty.
 */
public final class Demo {
  private static final Mark MARK = new Mark("demo");
  private static final Duration ROUND = Duration.ofMinutes(5);
  private static final Duration DISTRIBUTION = Duration.ofHours(6);
  private static final Duration STEP = Duration.ofHours(4);
  private static final int MOST_STEPS = 60;

  /** Receives the events of a demonstration, to show them. */
  public interface Audience {
    /** The simulated site has started. */
    void started(String site, Text share);

    /** The first plan was made. */
    void planned(Plan plan, List<RingObjects> rings);

    /** Returns the listener for the apply. */
    ApplyListener applying();

    /** The apply has ended. */
    void applied(Applied applied);

    /** Servers are in these states some hours later, on the site's clock. */
    void devices(Duration later, SortedMap<String, Integer> states);

    /** Rings have this status after another run, which noted the results of the servers. */
    void rings(List<RingReport> rings);

    /** The last plan was made. */
    void verified(Plan plan);
  }

  private final BiFunction<Clock, Pause, Sessions> sessions;
  private final Supplier<String> passwords;

  /**
   * @param sessions makes sessions that use the given clock and wait in the given way
   * @param passwords makes a password for the share
   */
  public Demo(BiFunction<Clock, Pause, Sessions> sessions, Supplier<String> passwords) {
    this.sessions = sessions;
    this.passwords = passwords;
  }

  /**
   * Runs the demonstration.
   *
   * @param preferSamba whether a Samba server is the content share if one is installed
   * @throws dev.garrison.diagnostic.RefusalException when Garrison refuses the site
   */
  public DemoResult run(String siteName, boolean preferSamba, Audience audience)
      throws InterruptedException {
    return run(siteName, preferSamba, DemoSite::new, audience);
  }

  /**
   * Runs the demonstration on a given kind of site.
   *
   * @param sites starts a site with this name, which reads this share
   */
  DemoResult run(
      String siteName,
      boolean preferSamba,
      BiFunction<String, Path, DemoSite> sites,
      Audience audience)
      throws InterruptedException {
    try (DemoFolder folder = new DemoFolder();
        DemoShare share = new DemoShare(folder, preferSamba, passwords.get());
        DemoSite site = sites.apply(siteName, share.readBySite())) {
      audience.started(siteName, share.description());
      Path manifest = folder.manifest(site, share);
      try (OpenSession open =
          sessions.apply(site.lab().clock(), site::pass).open(manifest, Optional.empty())) {
        return run(siteName, open.session(), site, audience);
      }
    }
  }

  private static DemoResult run(String siteName, Session session, DemoSite site, Audience audience)
      throws InterruptedException {
    Planned first = session.plan(Allowances.NONE);
    audience.planned(first.plan(), session.ringObjects());
    RepeatedApply convergence = new RepeatedApply(session, site::pass, ROUND, _ -> {});
    Applied applied =
        convergence.run(
            session.stored(first, Optional.empty(), Optional.empty()),
            DISTRIBUTION,
            audience.applying());
    audience.applied(applied);
    SortedMap<String, Integer> devices = watch(site, audience);
    Planned second = session.plan(Allowances.NONE);
    Applied noted =
        convergence.run(
            session.stored(second, Optional.empty(), Optional.empty()),
            Duration.ZERO,
            ApplyListener.silent());
    audience.rings(session.rings());
    Plan last = session.plan(Allowances.NONE).plan();
    audience.verified(last);
    return new DemoResult(
        siteName,
        first.plan().survey().getOrDefault("route", "none"),
        counts(first.plan()),
        isComplete(applied) && isComplete(noted),
        last.converged(),
        devices);
  }

  private static boolean isComplete(Applied applied) {
    return applied.report().succeeded() && applied.report().complete();
  }

  /** Lets time pass until no server is in progress any more. */
  private static SortedMap<String, Integer> watch(DemoSite site, Audience audience) {
    SortedMap<String, Integer> states = site.devices(MARK);
    SortedMap<String, Integer> shown = new TreeMap<>();
    for (int step = 1; step <= MOST_STEPS && !settled(states); step++) {
      site.pass(STEP);
      states = site.devices(MARK);
      if (!states.equals(shown)) {
        audience.devices(STEP.multipliedBy(step), states);
        shown = states;
      }
    }
    return states;
  }

  private static boolean settled(Map<String, Integer> states) {
    return !states.isEmpty()
        && !states.containsKey("in progress")
        && !states.containsKey("unknown");
  }

  private static Map<String, Long> counts(Plan plan) {
    Map<String, Long> counts = new TreeMap<>();
    for (Action action : Action.values()) {
      if (action != Action.NO_OP && plan.count(action) > 0) {
        counts.put(action.name().toLowerCase(Locale.ROOT), plan.count(action));
      }
    }
    return counts;
  }
}

package dev.garrison.demo;

import dev.garrison.connection.Pause;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.resource.Mark;
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
 * The whole way once: survey, plan, apply, servers installing, another run that notes how the rings
 * are, and a last plan that is empty.
 */
public final class Demo {
  private static final Mark MARK = new Mark("demo");
  private static final Duration ROUND = Duration.ofMinutes(5);
  private static final Duration DISTRIBUTION = Duration.ofHours(6);
  private static final Duration STEP = Duration.ofHours(4);
  private static final int MOST_STEPS = 60;

  /** Hears what happens, to show it. */
  public interface Audience {
    /** The stand-in site runs. */
    void started(String site, String share);

    /** The first plan. */
    void planned(Plan plan);

    /** How the apply goes. */
    ApplyListener applying();

    /** The apply is over. */
    void applied(Applied applied);

    /** Some hours later, on the site's clock, servers are in these states. */
    void devices(Duration later, SortedMap<String, Integer> states);

    /** Where the rings stand after another run, which noted what the servers show. */
    void rings(List<RingReport> rings);

    /** The plan after everything. */
    void verified(Plan plan);
  }

  private final BiFunction<Clock, Pause, Sessions> sessions;
  private final Supplier<String> passwords;

  /**
   * @param sessions makes sessions that live on the given clock and wait in the given way
   * @param passwords makes a password for the share
   */
  public Demo(BiFunction<Clock, Pause, Sessions> sessions, Supplier<String> passwords) {
    this.sessions = sessions;
    this.passwords = passwords;
  }

  /**
   * Runs it.
   *
   * @param preferSamba whether a real Samba is the content share where one is installed
   * @throws dev.garrison.diagnostic.RefusalException when Garrison refuses the site
   */
  public DemoResult run(String siteName, boolean preferSamba, Audience audience)
      throws InterruptedException {
    return run(siteName, preferSamba, DemoSite::new, audience);
  }

  /**
   * @param sites starts a site of a name, which reads this share
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
      Path manifest =
          folder.manifest(
              site.lab().adminService(), site.code(), share.publishTo(), share.account());
      try (OpenSession open =
          sessions.apply(site.lab().clock(), site::pass).open(manifest, Optional.empty())) {
        return run(siteName, open.session(), site, audience);
      }
    }
  }

  private static DemoResult run(String siteName, Session session, DemoSite site, Audience audience)
      throws InterruptedException {
    Planned first = session.plan(Allowances.NONE);
    audience.planned(first.plan());
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

  /** Lets time pass until no server moves any more. */
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

package dev.garrison.session;

import dev.garrison.connection.ServerClock;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.Planner;
import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.engine.plan.Staleness;
import dev.garrison.engine.plan.Step;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.engine.resource.Examined;
import dev.garrison.evidence.Evidence;
import dev.garrison.evidence.EvidenceReader;
import dev.garrison.evidence.Period;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.fleet.standing.DeviceStanding;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.ReadinessStanding;
import dev.garrison.json.Json;
import dev.garrison.language.Message;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.ring.RingReport;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.PlanFiles;
import dev.garrison.state.StateFolder;
import dev.garrison.state.StoredPlan;
import dev.garrison.survey.live.LiveQuery;
import dev.garrison.survey.ring.RingRoster;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Work of one operator with one manifest and one site. Reads as often as asked; writes only through
 * {@link #write}.
 */
public final class Session {
  /** Lifetime of a stored plan: a change board's week and a weekend. */
  static final Duration LIFETIME = Duration.ofDays(10);

  /** Number of runs among which the remarks of an earlier plan are searched for. */
  private static final int MOST_RUNS = 100;

  /** Largest accepted difference between two administrators' clocks. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  /** Permissions of plans that do not install the content of the packages. */
  static final Allowances ANY_AGE = new Allowances(false, true);

  private final IntentSource source;
  private final ResourceTypes types;
  private final Planner planner;
  private final StateFolder state;
  private final Operator operator;
  private final Clock clock;
  private final Json json = new Json();

  public Session(
      IntentSource source, ResourceTypes types, StateFolder state, Operator operator, Clock clock) {
    this.source = source;
    this.types = types;
    this.planner = new Planner(types);
    this.state = state;
    this.operator = operator;
    this.clock = clock;
  }

  /** The changes that are needed now. */
  public Planned plan(Allowances allowances) {
    return planAsOf(allowances, now());
  }

  /**
   * The changes that are needed now, with the findings of costly checks.
   *
   * @param findings problems that the plan does not show
   * @param drifted objects to be written that were as the manifest says when they were last
   *     written; the other changes of the plan were never applied
   */
  public record Verified(Planned planned, List<Diagnostic> findings, Set<Address> drifted) {
    public Verified {
      findings = List.copyOf(findings);
      drifted = Set.copyOf(drifted);
    }

    /** Number of changes that were never applied. */
    public long neverApplied() {
      return plan().changes().stream().filter(change -> change.action().writes()).count()
          - drifted.size();
    }

    /** The needed changes. */
    public Plan plan() {
      return planned.plan();
    }
  }

  /** Reads everything, including the complete files on the share. */
  public Verified verify() {
    Planned planned = plan(Allowances.NONE);
    return new Verified(
        planned,
        Stream.concat(
                objection().stream(),
                planned.steps().stream().flatMap(step -> examined(step).stream()))
            .toList(),
        DriftRules.drifted(
            planned,
            Stream.of(source.siteCode(), JournalFolder.UPDATE_SERVERS)
                .distinct()
                .map(site -> new JournalFolder(json, state, site))
                .toList(),
            json));
  }

  private static <S extends Record> Optional<Diagnostic> examined(Step<S> step) {
    return step.type() instanceof Examined<S> type
        ? type.examine(step.wanted(), step.seen())
        : Optional.empty();
  }

  /** The changes that are needed now, with everything decided as of an earlier time. */
  Planned planAsOf(Allowances allowances, Instant asOf) {
    return planner.plan(source.at(asOf, allowances), allowances);
  }

  /** The objects of the rings, by which a screen groups the changes of a plan. Reads nothing. */
  public List<RingObjects> ringObjects() {
    return source.ringObjects();
  }

  /** The servers of the rings by name, for a report. A plan does not pin them. */
  public List<RingRoster> rosters() {
    return source.rosters();
  }

  /**
   * Status of the rings, and the changes that are needed, by one reading of the rings.
   *
   * @param plan plans; to be called before anything is written
   */
  public record Look(List<RingReport> rings, Function<Allowances, Planned> plan) {
    public Look {
      rings = List.copyOf(rings);
    }
  }

  /** Reads the rings, for their status and for a plan. */
  public Look look() {
    IntentSource.Look look = source.look(now());
    return new Look(
        look.rings(), allowances -> planner.plan(look.intent().apply(allowances), allowances));
  }

  /** Status of the rings. */
  public List<RingReport> rings() {
    return source.rings(now());
  }

  /** Evidence for an auditor and a period. Writes nothing. */
  public Evidence evidence(Period period) {
    IntentSource.Statement statement = source.statement();
    Instant now = now();
    EvidenceReader reader =
        new EvidenceReader(new JournalFolder(json, state, source.siteCode()), period, json);
    return new Evidence(
        statement.manifest(),
        source.siteCode(),
        period,
        now,
        source.rings(now),
        reader.exceptions(statement.exceptions(), now),
        reader.runs(statement.manifest()),
        reader.chain());
  }

  /** Status of every server of the rings. */
  public FleetStanding fleet() {
    return source.fleet(now(), Optional.empty());
  }

  /**
   * Comparison of every server of the rings with the manifest.
   *
   * @param live the query that asks the servers, if they are to be asked
   */
  public DeviceStanding devices(Optional<LiveQuery> live) {
    return source.devices(now(), live);
  }

  /**
   * Readiness of every server of the rings for onboarding.
   *
   * @param live the query that asks the servers, if they are to be asked
   */
  public ReadinessStanding readiness(Optional<LiveQuery> live) {
    return source.readiness(now(), live);
  }

  /**
   * Antivirus of every server of the rings.
   *
   * @param live the query that asks the servers, if they are to be asked
   */
  public AntivirusStanding antivirus(Optional<LiveQuery> live) {
    return source.antivirus(now(), live);
  }

  /**
   * Status of every server of the rings, with the cause where no deployment targets one.
   *
   * @param live the query that asks the servers, if they are to be asked
   */
  public AntivirusStanding status(Optional<LiveQuery> live) {
    return source.status(now(), live);
  }

  /** A plan that halts or resumes a ring, or skips its gate. Needs no package. */
  public Planned order(RingOrder order) {
    return order(order, now());
  }

  /** The same plan as of an earlier time, so that it does not change while a person reads it. */
  public Planned order(RingOrder order, Instant asOf) {
    return new RingOrders(planner, source, operator.user()).plan(order, asOf);
  }

  /** A plan that halts every ring that is on the site. Needs no package. */
  public Planned haltAll(String reason, Instant asOf) {
    return new RingOrders(planner, source, operator.user()).haltAll(reason, asOf);
  }

  /**
   * A plan of what one entry of {@code offboard} needs, and nothing else.
   *
   * @throws RefusalException also when the entry names a server that the site does not have
   */
  public OffboardingPlan offboarding(String entry, Instant asOf) {
    return OffboardingPlan.of(planner, source, entry, asOf);
  }

  /**
   * Remarks of the newest recorded run that carried out a plan of this manifest. Empty where none
   * of the newest runs did.
   */
  public Optional<List<String>> remarksBefore(String manifest) {
    return new JournalFolder(json, state, source.siteCode())
        .newest(MOST_RUNS).runs().stream()
            .flatMap(summary -> summary.run().stream())
            .filter(run -> run.manifest().equals(manifest))
            .flatMap(run -> run.remarks().stream())
            .findFirst();
  }

  /** A plan in its stored form. */
  public StoredPlan stored(Planned planned, Optional<String> changeId, Optional<Instant> expires) {
    Instant wanted = expires.orElse(planned.plan().asOf().plus(LIFETIME));
    Instant end = planned.plan().validUntil().filter(wanted::isAfter).orElse(wanted);
    return new StoredPlan(operator.version(), changeId, end, planned.plan());
  }

  /** A plan that adopts an existing object: its own state, with the manifest's mark in it. */
  public Planned adoption(Address address) {
    return new Adoption(planner).plan(source.at(now(), ANY_AGE), address);
  }

  /** A plan that undoes a run. */
  public Planned undo(String run) {
    return new Undo(types, json)
        .plan(
            source.at(now(), ANY_AGE),
            source.siteCode(),
            run,
            new JournalFolder(json, state, source.siteCode()).entries(run));
  }

  /** Plans again as of the time of the stored plan, and refuses when anything differs. */
  Planned confirm(StoredPlan stored) {
    Instant now = now();
    if (stored.plan().asOf().isAfter(now.plus(CLOCK_SKEW))) {
      throw tooOld(Message.of("plan-time.future", "time", stored.plan().asOf()));
    }
    requireBefore(now, stored.expires(), Message.of("plan-time.expired", "time", stored.expires()));
    Allowances allowances = stored.plan().allowances();
    Planned fresh = planner.plan(source.at(stored.plan().asOf(), allowances), allowances);
    Staleness.of(stored.plan(), fresh.plan())
        .ifPresent(stale -> {
          throw new RefusalException(stale);
        });
    return fresh;
  }

  /**
   * Refuses a plan whose deadlines would be too near, by the site's clock. Called before a plan is
   * carried out.
   */
  void requireInTime(Plan plan) {
    plan.validUntil()
        .ifPresent(
            end -> requireBefore(now(), end, Message.of("plan-time.deadlines", "time", end)));
  }

  private static void requireBefore(Instant now, Instant end, Message message) {
    if (!now.isBefore(end)) {
      throw tooOld(message);
    }
  }

  private static RefusalException tooOld(Message message) {
    return new RefusalException(Diagnostic.error(EngineCode.PLAN_EXPIRED, message));
  }

  /** Takes the lease, so that no one else writes to this site until the session is closed. */
  public WriteSession write() {
    return write(() -> {});
  }

  /**
   * Takes the lease in the same way, where another condition may end the writing.
   *
   * @param permission called before each write; it refuses with a {@link RefusalException}, and
   *     then nothing more is written
   * @throws RefusalException also when the site's clock and this computer's are too far apart
   */
  public WriteSession write(Runnable permission) {
    requireNear();
    return new WriteSession(
        this,
        source.lease().take(operator + ", since " + localTime()),
        () -> {
          permission.run();
          requireNear();
        });
  }

  private void requireNear() {
    objection()
        .ifPresent(objection -> {
          throw new RefusalException(objection);
        });
  }

  private Optional<Diagnostic> objection() {
    return source.clock().flatMap(ServerClock::objection);
  }

  /** The site's code, as the manifest states it. */
  public String siteCode() {
    return source.siteCode();
  }

  /** The account that the site reports as the writer. Asks the site. */
  public String writer() {
    source.bare(now());
    return source.identity();
  }

  /**
   * The site's time, for which everything is decided. The site acts on start times and deadlines,
   * regardless of the time here. Asks the site if it has not answered yet.
   */
  public Instant now() {
    return source.clock().map(ServerClock::instant).orElseGet(this::localTime);
  }

  /** This computer's time. People here agree on write times by it, and runs are named by it. */
  public Instant localTime() {
    return clock.instant();
  }

  StateFolder state() {
    return state;
  }

  Operator operator() {
    return operator;
  }

  IntentSource source() {
    return source;
  }

  Json json() {
    return json;
  }

  /** Reader and writer of plan files. */
  public PlanFiles planFiles() {
    return new PlanFiles(json);
  }
}

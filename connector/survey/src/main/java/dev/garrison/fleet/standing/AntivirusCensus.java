package dev.garrison.fleet.standing;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Onboarding;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.AntivirusEvidence;
import dev.garrison.fleet.antivirus.AntivirusRules;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.AntivirusState.Health;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.fleet.readiness.Refusals;
import dev.garrison.fleet.readiness.ServerFacts;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.ring.DeploymentProgress;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingWindows.Lack;
import dev.garrison.ring.UnknownAntivirus;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the servers of rings by their antivirus, and those that may not enter them. A server that
 * is onboarded, or may be, stays in its ring (F1). One that is not stays out while the script on it
 * is known to refuse it (F20).
 */
public final class AntivirusCensus {
  private final String tenant;
  private final Set<OperatingSystem> systems;
  private final ExcludedServers exceptions;
  private final Map<String, Count> rings = new HashMap<>();
  private boolean classSeen;

  private static final class Count {
    private final Antivirus mode;
    private final Optional<Instant> healthySince;
    private Lack silent = Lack.NONE;
    private int silentOnboarded;
    private final SortedMap<Long, String> keptOut = new TreeMap<>();
    private int untargeted;
    private int onboarded;
    private Lack unhealthy = Lack.NONE;
    private Lack unprotected = Lack.NONE;
    private Lack unseen = Lack.NONE;
    private Lack modeUnknown = Lack.NONE;
    private Lack otherUnknown = Lack.NONE;
    private int asked;
    private int askedUnhealthy;

    Count(Antivirus mode, Optional<Instant> healthySince) {
      this.mode = mode;
      this.healthySince = healthySince;
    }

    RingAntivirus counted(boolean classSeen) {
      return new RingAntivirus(
          keptOut,
          untargeted,
          onboarded,
          unhealthy,
          unprotected,
          new UnknownAntivirus(unseen, modeUnknown, otherUnknown, classSeen),
          asked,
          askedUnhealthy,
          silent,
          silentOnboarded);
    }

    boolean isSilent(Server server) {
      Optional<Instant> heard = server.presence().flatMap(Presence::heard);
      return healthySince.filter(since -> heard.filter(since::isBefore).isEmpty()).isPresent();
    }
  }

  /**
   * @param exceptions servers that are excluded
   * @param healthySince time since which a ring has met its gate, by its name
   */
  public AntivirusCensus(
      Manifest manifest, ExcludedServers exceptions, Map<String, Instant> healthySince) {
    this.tenant = manifest.tenant().orgId().toString();
    this.systems = manifest.operatingSystems();
    this.exceptions = exceptions;
    manifest
        .rings()
        .forEach(ring ->
            rings.put(
                ring.name(),
                new Count(ring.antivirus(), Optional.ofNullable(healthySince.get(ring.name())))));
  }

  /** Whether the sensor reports to a tenant, by its report or by the deployment. */
  static boolean isOnboarded(Server server, String tenant) {
    return isDeployed(server) || Onboarding.of(server, tenant) == Onboarding.ONBOARDED;
  }

  /** The antivirus of an onboarded server, without what is told of the time before. */
  static AntivirusState sinceOnboarding(Server server) {
    return AntivirusRules.of(server.antivirus().sinceOnboarding(Onboarding.needsAgent(server)));
  }

  private static boolean isDeployed(Server server) {
    return server
        .onboarding()
        .map(DeploymentStatus::standing)
        .filter(standing -> standing == DeploymentProgress.ONBOARDED)
        .isPresent();
  }

  /** Counts one server. */
  public void add(Server server, ServerFacts facts) {
    AntivirusEvidence evidence = server.antivirus();
    Count count = rings.get(server.ring());
    boolean apart =
        exceptions.of(server.name()).isPresent()
            || server.presence().filter(Presence::obsolete).isPresent();
    if (count == null || apart) {
      return;
    }
    classSeen |= evidence.custom().isPresent();
    boolean onboarded = isOnboarded(server, tenant);
    if (hasReported(server, onboarded) && count.isSilent(server)) {
      count.silent = count.silent.and(server.name());
    }
    if (onboarded) {
      judge(count, server);
    } else if (Onboarding.of(server, tenant) != Onboarding.UNKNOWN_SENSOR
        && isKeptOut(count.mode, server, facts)) {
      keepOut(count, server);
    }
  }

  /**
   * Whether a server may not enter its ring. Once a deployment targets it, it stays a member (F1),
   * except in a passive ring that would take its only protection.
   */
  private boolean isKeptOut(Antivirus mode, Server server, ServerFacts facts) {
    boolean stripped = mode == Antivirus.PASSIVE && !server.protection().mayBePassive();
    return stripped
        ? !isUnderWay(server)
        : server.onboarding().isEmpty()
            && (Onboarding.of(server, tenant) == Onboarding.OTHER_TENANT
                || new Refusals(mode).known(server, facts).isPresent());
  }

  /** Whether a gate counts a server as reporting: one that is targeted, and told of itself. */
  private static boolean hasReported(Server server, boolean onboarded) {
    return server
        .onboarding()
        .filter(status ->
            status.isOfPolicy()
                ? onboarded || server.sensor().isPresent()
                : status.standing() != DeploymentProgress.SILENT)
        .isPresent();
  }

  /** A server that installs stays a member (F1); its own scripts look for the other antivirus. */
  private static boolean isUnderWay(Server server) {
    return server
        .onboarding()
        .map(DeploymentStatus::standing)
        .filter(standing -> standing == DeploymentProgress.UNDER_WAY)
        .isPresent();
  }

  /** Keeps out a server; one of a system that the manifest leaves out is never targeted anyway. */
  private void keepOut(Count count, Server server) {
    Optional<OperatingSystem> system = OperatingSystem.ofCaption(server.system());
    boolean meant = system.filter(systems::contains).isPresent();
    if (meant || server.system().isEmpty()) {
      count.keptOut.put(server.id(), server.name());
    }
    if (meant && server.onboarding().isEmpty()) {
      count.untargeted++;
      if (count.isSilent(server)) {
        count.silent = count.silent.and(server.name());
      }
    }
  }

  private static void judge(Count count, Server server) {
    AntivirusEvidence evidence = server.antivirus();
    AntivirusState state = sinceOnboarding(server);
    int answer = evidence.live().isPresent() ? 1 : 0;
    boolean counts =
        isDeployed(server) || server.onboarding().filter(status -> !status.isOfPolicy()).isEmpty();
    count.onboarded++;
    Health health = state.health(count.mode);
    boolean targeted = counts && server.onboarding().isPresent();
    if (targeted && health != Health.UNHEALTHY && count.isSilent(server)) {
      count.silentOnboarded++;
    }
    switch (health) {
      case HEALTHY -> count.asked += answer;
      case UNHEALTHY -> {
        count.askedUnhealthy += answer;
        if (counts) {
          count.unhealthy = count.unhealthy.and(server.name());
        }
        if (state.protector() == Protector.NOTHING) {
          count.unprotected = count.unprotected.and(server.name());
        }
      }
      case UNKNOWN -> unknown(count, server, evidence, state);
    }
  }

  private static void unknown(
      Count count, Server server, AntivirusEvidence evidence, AntivirusState state) {
    if (evidence.live().isEmpty() && !evidence.sensorSeen()) {
      count.unseen = count.unseen.and(server.name());
    } else if (count.mode == Antivirus.PASSIVE && state.modeIsKnown()) {
      count.otherUnknown = count.otherUnknown.and(server.name());
    } else {
      count.modeUnknown = count.modeUnknown.and(server.name());
    }
  }

  /** Results by ring. */
  public Map<String, RingAntivirus> rings() {
    Map<String, RingAntivirus> counted = new HashMap<>();
    rings.forEach((name, count) -> counted.put(name, count.counted(classSeen)));
    return counted;
  }
}

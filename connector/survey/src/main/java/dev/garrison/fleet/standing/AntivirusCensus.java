package dev.garrison.fleet.standing;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Onboarding;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.AntivirusEvidence;
import dev.garrison.fleet.antivirus.AntivirusRules;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.ring.DeploymentProgress;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingWindows.Lack;
import dev.garrison.ring.UnknownAntivirus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the servers of rings by their antivirus. A server that is onboarded, or may be, stays in
 * its ring (F1); one that is not enters a passive ring only beside another antivirus.
 */
public final class AntivirusCensus {
  private final String tenant;
  private final Set<OperatingSystem> systems;
  private final ExcludedServers exceptions;
  private final Map<String, Count> rings = new HashMap<>();
  private boolean classSeen;

  private static final class Count {
    private final Antivirus mode;
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

    Count(Antivirus mode) {
      this.mode = mode;
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
          askedUnhealthy);
    }
  }

  /**
   * @param exceptions servers that are excluded
   */
  public AntivirusCensus(Manifest manifest, ExcludedServers exceptions) {
    this.tenant = manifest.tenant().orgId().toString();
    this.systems = manifest.operatingSystems();
    this.exceptions = exceptions;
    manifest.rings().forEach(ring -> rings.put(ring.name(), new Count(ring.antivirus())));
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
  public void add(Server server) {
    AntivirusEvidence evidence = server.antivirus();
    Count count = rings.get(server.ring());
    boolean apart =
        exceptions.of(server.name()).isPresent()
            || server.presence().filter(Presence::obsolete).isPresent();
    if (count == null || apart) {
      return;
    }
    classSeen |= evidence.custom().isPresent();
    if (isOnboarded(server, tenant)) {
      judge(count, server);
    } else if (count.mode == Antivirus.PASSIVE
        && Onboarding.of(server, tenant) != Onboarding.UNKNOWN_SENSOR
        && !isUnderWay(server)
        && !server.protection().mayBePassive()) {
      keepOut(count, server);
    }
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
    }
  }

  private static void judge(Count count, Server server) {
    AntivirusEvidence evidence = server.antivirus();
    AntivirusState state = sinceOnboarding(server);
    int answer = evidence.live().isPresent() ? 1 : 0;
    count.onboarded++;
    switch (state.health(count.mode)) {
      case HEALTHY -> count.asked += answer;
      case UNHEALTHY -> {
        count.askedUnhealthy += answer;
        if (server.onboarding().isEmpty() || isDeployed(server)) {
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

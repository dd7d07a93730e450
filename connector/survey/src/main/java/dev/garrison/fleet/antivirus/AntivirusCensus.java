package dev.garrison.fleet.antivirus;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.AntivirusState.Health;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.ring.DeploymentProgress;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingWindows.Lack;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the servers of rings by their antivirus. A server that is onboarded stays in its ring
 * (F1); one that is not enters a passive ring only beside another antivirus.
 */
public final class AntivirusCensus {
  private static final long ONBOARDED = 1;

  private final String tenant;
  private final Set<OperatingSystem> systems;
  private final ExcludedServers exceptions;
  private final Map<String, Count> rings = new HashMap<>();

  private static final class Count {
    private final Antivirus mode;
    private final SortedMap<Long, String> keptOut = new TreeMap<>();
    private int untargeted;
    private int onboarded;
    private Lack unhealthy = Lack.NONE;
    private Lack unprotected = Lack.NONE;
    private Lack unknown = Lack.NONE;
    private int asked;

    Count(Antivirus mode) {
      this.mode = mode;
    }

    RingAntivirus counted() {
      return new RingAntivirus(
          keptOut, untargeted, onboarded, unhealthy, unprotected, unknown, asked);
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

  /** Whether the mode of a ring is passive, so that its mode deployment sets that value. */
  public static boolean isPassive(Manifest manifest, String ring) {
    return manifest.rings().stream()
        .filter(one -> one.name().equals(ring))
        .map(Ring::antivirus)
        .anyMatch(mode -> mode == Antivirus.PASSIVE);
  }

  /** Whether the sensor reports to a tenant, by inventory or by the deployment. */
  public static boolean isOnboarded(Server server, String tenant) {
    return server
            .sensor()
            .filter(
                sensor -> sensor.state() == ONBOARDED && sensor.orgId().equalsIgnoreCase(tenant))
            .isPresent()
        || server
            .onboarding()
            .map(DeploymentStatus::standing)
            .filter(standing -> standing == DeploymentProgress.ONBOARDED)
            .isPresent();
  }

  /** Counts one server. */
  public void add(Server server, AntivirusEvidence evidence) {
    Count count = rings.get(server.ring());
    boolean apart =
        exceptions.of(server.name()).isPresent()
            || server.presence().filter(Presence::obsolete).isPresent();
    if (count == null || apart) {
      return;
    }
    if (isOnboarded(server, tenant)) {
      judge(count, server, evidence);
    } else if (count.mode == Antivirus.PASSIVE && !AntivirusRules.of(evidence).mayBePassive()) {
      keepOut(count, server);
    }
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

  private static void judge(Count count, Server server, AntivirusEvidence evidence) {
    AntivirusState state = AntivirusRules.of(evidence.sinceOnboarding());
    Health health = state.health(count.mode);
    count.onboarded++;
    switch (health) {
      case HEALTHY -> count.asked += evidence.live().isPresent() ? 1 : 0;
      case UNHEALTHY -> {
        count.unhealthy = count.unhealthy.and(server.name());
        if (state.protector() == Protector.NOTHING) {
          count.unprotected = count.unprotected.and(server.name());
        }
      }
      case UNKNOWN -> count.unknown = count.unknown.and(server.name());
    }
  }

  /** Results by ring. */
  public Map<String, RingAntivirus> rings() {
    Map<String, RingAntivirus> counted = new HashMap<>();
    rings.forEach((name, count) -> counted.put(name, count.counted()));
    return counted;
  }
}

package dev.garrison.fleet.readiness;

import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Onboarding;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Server;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.ring.RingWindows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts the servers of rings whose maintenance windows are missing or too short (F12). */
public final class WindowCensus {
  private final String tenant;
  private final ExcludedServers exceptions;
  private final SystemFit system;
  private final Map<String, RingWindows> rings = new HashMap<>();

  /**
   * @param tenant the tenant whose servers are onboarded, so that nothing is installed on them
   * @param exceptions servers that are excluded
   * @param system decides which operating systems are onboarded; servers of others are never
   *     targeted, so they do not count
   */
  public WindowCensus(String tenant, ExcludedServers exceptions, SystemFit system) {
    this.tenant = tenant;
    this.exceptions = exceptions;
    this.system = system;
  }

  /** Counts one server. */
  public void add(Server server, Windows windows) {
    if (!concerns(server)) {
      return;
    }
    RingWindows before = rings.getOrDefault(server.ring(), RingWindows.FINE);
    rings.put(
        server.ring(),
        new RingWindows(
            before.servers() + 1,
            windows.holds() ? before.none() : before.none().and(server.name()),
            tooShort(server, windows) ? before.tooShort().and(server.name()) : before.tooShort()));
  }

  private boolean concerns(Server server) {
    boolean installs =
        server.presence().filter(Presence::client).filter(one -> !one.obsolete()).isPresent();
    return installs
        && exceptions.of(server.name()).isEmpty()
        && system.of(server.system()).isEmpty()
        && Onboarding.of(server, tenant) != Onboarding.ONBOARDED;
  }

  private static boolean tooShort(Server server, Windows windows) {
    return OperatingSystem.ofCaption(server.system())
        .filter(system -> windows.tooShortFor(system.maximumMinutes()))
        .isPresent();
  }

  /** Results for these rings. */
  public Map<String, RingWindows> rings(List<String> names) {
    return names.stream()
        .collect(
            Collectors.toMap(
                Function.identity(), name -> rings.getOrDefault(name, RingWindows.FINE)));
  }
}

package dev.garrison.cli.lab;

import dev.garrison.cli.option.ValueRefusal;
import dev.garrison.lab.Lab;
import dev.garrison.lab.device.OtherAntivirus;
import dev.garrison.lab.fault.Faults;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.lab.wsus.UpdateServer;
import dev.garrison.lab.wsus.work.Synchronisation;
import dev.garrison.language.Text;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Faults that are active in a running lab. */
final class LabFaults {
  private static final int FATAL_INSTALLATION_ERROR = 1603;
  private static final int UNAVAILABLE = 503;
  private static final int FORBIDDEN = 403;
  private static final int PERCENT = 10;
  private static final Duration AHEAD = Duration.ofHours(1);

  /** Sites with more servers are generated. */
  private static final int MOST_SERVERS = 1000;

  private static final OtherAntivirus FABRIKAM =
      new OtherAntivirus(
          "Fabrikam Antivirus", Optional.of("FabrikamSvc"), Optional.empty(), true, true);

  private final Lab lab;

  /** Servers that each kind affects; none if it affects the site or all WSUS servers. */
  private final Map<LabFaultKind, Set<String>> active = new LinkedHashMap<>();

  LabFaults(Lab lab) {
    this.lab = lab;
  }

  /** Causes a fault; one that is active already stays. */
  synchronized void cause(LabFault fault) {
    LabFaultKind kind = fault.complete().kind();
    if (kind.ofUpdateServers() && !lab.hasUpdateServers()) {
      throw new ValueRefusal(Text.of("lab.fault-no-wsus"));
    }
    Set<String> servers = servers(fault.names());
    if (kind.ofServers() && servers.isEmpty()) {
      throw new ValueRefusal(Text.of("lab.fault-no-members", "collections", fault.names()));
    }
    servers.removeAll(affectedBy(kind));
    begin(kind, servers);
    active.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).addAll(servers);
    disturb();
  }

  /** Ends a fault: on the servers that are named, or entirely if none is. */
  synchronized void end(LabFault fault) {
    LabFaultKind kind = fault.kind();
    Set<String> ended =
        fault.names().isEmpty() ? new LinkedHashSet<>(affectedBy(kind)) : servers(fault.names());
    ended.retainAll(affectedBy(kind));
    if (!active.containsKey(kind) || (kind.ofServers() && ended.isEmpty())) {
      throw new ValueRefusal(
          Text.of("lab.fault-not-active", "fault", fault.text(), "active", texts()));
    }
    finish(kind, ended);
    disturb();
  }

  /** Ends all faults, and repairs the servers. */
  synchronized void clear() {
    List.copyOf(active.keySet()).forEach(kind -> finish(kind, List.copyOf(affectedBy(kind))));
    disturb();
  }

  /** Texts of the active faults. */
  synchronized List<String> texts() {
    return active.entrySet().stream()
        .map(entry -> new LabFault(entry.getKey(), List.copyOf(entry.getValue())).text())
        .toList();
  }

  /** Servers with these names, and members of collections with these names. */
  private Set<String> servers(List<String> names) {
    Set<String> servers = new LinkedHashSet<>();
    if (names.isEmpty()) {
      return servers;
    }
    List<String> known = lab.servers().names();
    if (known.size() > MOST_SERVERS) {
      throw new ValueRefusal(Text.of("lab.fault-generated"));
    }
    for (String name : names) {
      servers.addAll(
          known.stream()
              .filter(name::equalsIgnoreCase)
              .findFirst()
              .map(List::of)
              .or(() -> lab.servers().members(name))
              .orElseThrow(() ->
                  new ValueRefusal(Text.of("lab.fault-server", "server", name, "known", known))));
    }
    return servers;
  }

  private void begin(LabFaultKind kind, Collection<String> servers) {
    servers.forEach(
        switch (kind) {
          case INSTALL ->
              server -> lab.servers().failInstallations(server, FATAL_INSTALLATION_ERROR);
          case OFFLINE -> lab.servers()::turnOff;
          case SENSOR -> server -> lab.servers().connectSensor(server, false);
          case OTHER_ANTIVIRUS -> server -> lab.servers().install(server, FABRIKAM);
          case ACTIVE -> lab.servers()::losePassive;
          default -> _ -> {};
        });
  }

  private void finish(LabFaultKind kind, Collection<String> servers) {
    servers.forEach(
        switch (kind) {
          case INSTALL -> lab.servers()::repair;
          case OFFLINE -> lab.servers()::turnOn;
          case SENSOR -> server -> lab.servers().connectSensor(server, true);
          case OTHER_ANTIVIRUS -> lab.servers()::removeOthers;
          case ACTIVE -> lab.servers()::regainPassive;
          default -> _ -> {};
        });
    affectedBy(kind).removeAll(servers);
    if (affectedBy(kind).isEmpty()) {
      active.remove(kind);
    }
  }

  private Set<String> affectedBy(LabFaultKind kind) {
    return active.getOrDefault(kind, Set.of());
  }

  /** Disturbs the site and its WSUS servers by the active faults alone. */
  private void disturb() {
    Faults faults = lab.faults();
    faults.clear();
    if (active.containsKey(LabFaultKind.UNAVAILABLE)) {
      faults.statusFromNowOn(RequestMatcher.any(), UNAVAILABLE);
    }
    if (active.containsKey(LabFaultKind.DENIED)) {
      faults.denyWmi();
    }
    if (active.containsKey(LabFaultKind.PROXY)) {
      faults.htmlFromNowOn(RequestMatcher.any());
    }
    if (active.containsKey(LabFaultKind.FLAKY)) {
      faults.randomly(1, PERCENT);
    }
    lab.time().runAhead(ahead(LabFaultKind.CLOCK));
    lab.cutOffDistributionPoints(active.containsKey(LabFaultKind.DISTRIBUTION));
    if (lab.hasUpdateServers()) {
      lab.updateServers().all().forEach(this::disturb);
    }
  }

  private void disturb(UpdateServer server) {
    server.faults().clear();
    if (active.containsKey(LabFaultKind.WSUS_UNAVAILABLE)) {
      server.faults().statusFromNowOn(RequestMatcher.any(), UNAVAILABLE);
    }
    if (active.containsKey(LabFaultKind.WSUS_DENIED)) {
      server.faults().statusFromNowOn(RequestMatcher.any(), FORBIDDEN);
    }
    server.time().runAhead(ahead(LabFaultKind.WSUS_CLOCK));
    Synchronisation.Ending ending =
        active.containsKey(LabFaultKind.WSUS_SYNC)
            ? Synchronisation.Ending.FAILURE
            : Synchronisation.Ending.SUCCESS;
    server.inConsole(all -> all.synchronisation().fromNowOn(ending));
  }

  private Duration ahead(LabFaultKind kind) {
    return active.containsKey(kind) ? AHEAD : Duration.ZERO;
  }
}

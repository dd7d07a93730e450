package dev.garrison.fleet.standing;

import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Onboarding;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.antivirus.AntivirusRules;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.PlannedProtection;
import dev.garrison.fleet.antivirus.PlannedProtection.Part;
import dev.garrison.fleet.antivirus.ServerAntivirus;
import dev.garrison.fleet.readiness.Finding;
import dev.garrison.fleet.readiness.ReadinessJudge;
import dev.garrison.fleet.readiness.SystemFit;
import dev.garrison.manifest.Ring.Antivirus;
import java.util.Map;
import java.util.Optional;

/**
 * Antivirus of every server of a manifest.
 *
 * @param fleet status of the servers
 * @param modes what each ring wants, by its name
 * @param system decides which operating systems are onboarded
 * @param tenant organization to which sensors must report
 * @param exceptions servers that are excluded
 * @param tellsMode whether the site's inventory has the running mode
 * @param readiness determines what a server lacks before it is targeted; empty where it is not read
 */
public record AntivirusStanding(
    FleetStanding fleet,
    Map<String, Antivirus> modes,
    SystemFit system,
    String tenant,
    ExcludedServers exceptions,
    boolean tellsMode,
    Optional<ReadinessJudge> readiness) {
  public AntivirusStanding {
    modes = Map.copyOf(modes);
  }

  /** Creates the standing of servers whose readiness is not read. */
  public AntivirusStanding(
      FleetStanding fleet,
      Map<String, Antivirus> modes,
      SystemFit system,
      String tenant,
      ExcludedServers exceptions,
      boolean tellsMode) {
    this(fleet, modes, system, tenant, exceptions, tellsMode, Optional.empty());
  }

  /** The same servers, with what each lacks before it is targeted. */
  public AntivirusStanding with(Optional<ReadinessJudge> judge) {
    return new AntivirusStanding(fleet, modes, system, tenant, exceptions, tellsMode, judge);
  }

  /** Status of a server, with the cause where no deployment targets it. */
  public Verdict verdict(Server server, int row) {
    Verdict verdict = fleet.judge().of(server);
    if (verdict.state() != ServerState.NOT_TARGETED
        && verdict.state() != ServerState.LEGACY_SENSOR) {
      return verdict;
    }
    return new TargetingCause(
            system.of(server.system()),
            wanted(server),
            AntivirusRules.of(server.antivirus()),
            lacking(server, row),
            fleet.rings().stream().filter(ring -> ring.ring().equals(server.ring())).findFirst())
        .refine(verdict);
  }

  /** Cause of a server that is not ready, as {@code garrison prerequisites} judges it. */
  private Optional<Finding> lacking(Server server, int row) {
    return readiness.flatMap(judge -> judge.of(server, fleet.fleet().facts().at(row)).lacking());
  }

  /** Antivirus of a server, today and after the plan. */
  public ServerAntivirus of(Server server) {
    Antivirus wanted = wanted(server);
    AntivirusState today = AntivirusRules.of(server.antivirus());
    boolean onboarded = AntivirusCensus.isOnboarded(server, tenant);
    boolean excepted = exceptions.of(server.name()).isPresent();
    boolean unproven =
        !onboarded && !excepted && Onboarding.of(server, tenant) == Onboarding.UNKNOWN_SENSOR;
    return new ServerAntivirus(
        wanted,
        today,
        unproven
            ? PlannedProtection.unproven(today)
            : PlannedProtection.of(today, new Part(wanted, onboarded, excepted)));
  }

  private Antivirus wanted(Server server) {
    return modes.getOrDefault(server.ring(), Antivirus.ACTIVE);
  }
}

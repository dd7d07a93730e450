package dev.garrison.fleet.standing;

import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Onboarding;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.PlannedProtection;
import dev.garrison.fleet.antivirus.PlannedProtection.Part;
import dev.garrison.fleet.antivirus.ServerAntivirus;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.readiness.Finding;
import dev.garrison.fleet.readiness.ReadinessJudge;
import dev.garrison.fleet.readiness.Refusals;
import dev.garrison.fleet.readiness.SystemFit;
import dev.garrison.language.Text;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import java.util.Optional;

/**
 * Antivirus of every server of a manifest.
 *
 * @param fleet status of the servers
 * @param system decides which operating systems are onboarded
 * @param tenant organization to which sensors must report
 * @param exceptions servers that are excluded
 * @param tellsMode whether the site's inventory has the running mode
 * @param readiness determines what a server lacks before it is targeted; empty where it is not read
 */
public record AntivirusStanding(
    FleetStanding fleet,
    SystemFit system,
    String tenant,
    ExcludedServers exceptions,
    boolean tellsMode,
    Optional<ReadinessJudge> readiness) {
  /** Creates the standing of servers whose readiness is not read. */
  public AntivirusStanding(
      FleetStanding fleet,
      SystemFit system,
      String tenant,
      ExcludedServers exceptions,
      boolean tellsMode) {
    this(fleet, system, tenant, exceptions, tellsMode, Optional.empty());
  }

  /** The same servers, with what each lacks before it is targeted. */
  public AntivirusStanding with(Optional<ReadinessJudge> judge) {
    return new AntivirusStanding(fleet, system, tenant, exceptions, tellsMode, judge);
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
            new Refusals(server.wanted()).known(server, fleet.fleet().facts().at(row)),
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
    AntivirusState today = server.protection();
    boolean onboarded =
        server.onboarding().filter(server::isReinstalledSince).isPresent()
            ? Onboarding.of(server, tenant) == Onboarding.ONBOARDED
            : AntivirusCensus.isOnboarded(server, tenant);
    boolean excepted = exceptions.of(server.name()).isPresent();
    boolean unproven =
        !onboarded && !excepted && Onboarding.of(server, tenant) == Onboarding.UNKNOWN_SENSOR;
    return new ServerAntivirus(
        server.wanted(),
        today,
        unproven
            ? PlannedProtection.unproven(today)
            : PlannedProtection.of(
                today,
                new Part(
                    server.wanted(), onboarded, excepted, obstacle(server, today, onboarded))));
  }

  private boolean isDefenderUnusable(Server server) {
    return server
        .live()
        .map(answer -> !answer.hasDefender())
        .orElseGet(() ->
            fleet.fleet().find(server.id()).stream()
                .mapToObj(row -> fleet.fleet().facts().at(row).services())
                .flatMap(Optional::stream)
                .anyMatch(services -> !services.hasDefender()));
  }

  /** Obstacle that keeps a plan from changing the protection of a server. */
  private Optional<Text> obstacle(Server server, AntivirusState today, boolean onboarded) {
    if (server.unsuccessful(server.mode()).isPresent()) {
      return Optional.of(Text.of("antivirus-plan.mode-failed"));
    }
    if (onboarded) {
      return Optional.empty();
    }
    if (Onboarding.of(server, tenant) == Onboarding.OTHER_TENANT) {
      return Optional.of(Text.of("antivirus-plan.other-tenant"));
    }
    boolean active = server.wanted() == Antivirus.ACTIVE;
    boolean needed = active || Onboarding.needsAgent(server);
    if (needed && server.live().filter(LiveAnswer::isDisabledByPolicy).isPresent()) {
      return Optional.of(Text.of("antivirus-plan.policy"));
    }
    boolean builtIn =
        OperatingSystem.ofCaption(server.system())
            .filter(OperatingSystem::hasAntivirus)
            .isPresent();
    if (needed && builtIn && isDefenderUnusable(server)) {
      return Optional.of(Text.of("antivirus-plan.missing"));
    }
    return active && builtIn && today.realTime().filter(told -> !told.value()).isPresent()
        ? Optional.of(Text.of("antivirus-plan.real-time-off"))
        : Optional.empty();
  }
}

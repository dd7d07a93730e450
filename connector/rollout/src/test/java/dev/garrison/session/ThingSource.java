package dev.garrison.session;

import dev.garrison.connection.ServerClock;
import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingPlans;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.compliance.Conformity;
import dev.garrison.fleet.readiness.ReadinessJudge;
import dev.garrison.fleet.readiness.Requirements;
import dev.garrison.fleet.readiness.SystemFit;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.fleet.standing.DeviceStanding;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.ReadinessStanding;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.recipe.offboarding.OffboardObjects;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.ring.RingReport;
import dev.garrison.survey.live.LiveQuery;
import dev.garrison.survey.ring.RingRoster;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A manifest of things, on a site that may be another one later. */
final class ThingSource implements IntentSource {
  final OneWriter lease = new OneWriter();
  List<Wanted<Thing>> things;
  String site = "PS1";
  String manifest = "contoso-prod";
  List<String> remarks = List.of();
  Optional<ServerClock> clock = Optional.empty();

  ThingSource(List<Wanted<Thing>> things) {
    this.things = things;
  }

  @Override
  public Intent at(Instant asOf, Allowances allowances) {
    Intent intent = ThingPlans.intent(12, things);
    return new Intent(
        manifest,
        intent.manifestDigest(),
        intent.site(),
        intent.survey(),
        intent.packages(),
        intent.rings(),
        intent.offboarding(),
        remarks.isEmpty() ? intent.remarks() : remarks,
        intent.asOf(),
        intent.validUntil(),
        intent.wanted(),
        List.of());
  }

  @Override
  public Intent bare(Instant asOf) {
    return at(asOf, Allowances.NONE).wanting(List.of());
  }

  @Override
  public Optional<ServerClock> clock() {
    return clock;
  }

  @Override
  public List<RingReport> rings(Instant asOf) {
    return List.of();
  }

  @Override
  public DeviceStanding devices(Instant asOf, Optional<LiveQuery> live) {
    return new DeviceStanding(
        fleet(asOf, live),
        new Conformity(
            new ServerStateRules("", new ExcludedServers(Map.of())), "", Map.of(), asOf));
  }

  @Override
  public FleetStanding fleet(Instant asOf, Optional<LiveQuery> live) {
    return new FleetStanding(
        manifest,
        site,
        asOf,
        List.of(),
        new Fleet(List.of()),
        new ServerStateRules("", new ExcludedServers(Map.of())),
        List.of(),
        Optional.empty());
  }

  @Override
  public AntivirusStanding antivirus(Instant asOf, Optional<LiveQuery> live) {
    return new AntivirusStanding(
        fleet(asOf, live),
        new SystemFit(Set.of(), Map.of()),
        "",
        new ExcludedServers(Map.of()),
        false);
  }

  @Override
  public ReadinessStanding readiness(Instant asOf, Optional<LiveQuery> live) {
    FleetStanding fleet = fleet(asOf, live);
    Requirements none =
        new Requirements(
            true,
            Optional.empty(),
            new SystemFit(Set.of(), Map.of()),
            Map.of(),
            new Requirements.Visible(false, false, false, false));
    return new ReadinessStanding(
        fleet, "application", new ReadinessJudge(fleet.judge(), none), List.of());
  }

  @Override
  public List<RingObjects> ringObjects() {
    return List.of();
  }

  @Override
  public OffboardObjects offboarding(String entry) {
    return new OffboardObjects(entry, entry, Set.of(), List.of());
  }

  @Override
  public Optional<OnboardingRoute> automaticRoute() {
    return Optional.empty();
  }

  @Override
  public List<RingRoster> rosters() {
    return List.of();
  }

  @Override
  public Statement statement() {
    return new Statement("things", List.of());
  }

  @Override
  public String siteCode() {
    return site;
  }

  @Override
  public Lease lease() {
    return lease;
  }

  @Override
  public String identity() {
    return "CONTOSO\\svc-garrison";
  }
}

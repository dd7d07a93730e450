package dev.garrison.wiring;

import dev.garrison.connection.ServerClock;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Intent;
import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.compliance.Conformity;
import dev.garrison.fleet.compliance.Expectation;
import dev.garrison.fleet.readiness.ReadinessJudge;
import dev.garrison.fleet.readiness.SystemFit;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.fleet.standing.DeviceStanding;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.ReadinessStanding;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.RolloutSection;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.mecm.site.Site;
import dev.garrison.recipe.Recipe;
import dev.garrison.recipe.offboarding.NamedLeavers;
import dev.garrison.recipe.offboarding.OffboardObjects;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.ring.RingReport;
import dev.garrison.session.IntentSource;
import dev.garrison.session.Lease;
import dev.garrison.survey.RingSurvey;
import dev.garrison.survey.Survey;
import dev.garrison.survey.Surveyor;
import dev.garrison.survey.fleet.ExemptServers;
import dev.garrison.survey.fleet.FleetFacts;
import dev.garrison.survey.fleet.ReadinessFacts;
import dev.garrison.survey.live.LiveQuery;
import dev.garrison.survey.ring.RingRoster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Intents of one manifest for its site. */
final class SiteIntents implements IntentSource {
  private final ManifestResult read;
  private final Surveyor surveyor;
  private final Recipe recipe;
  private final LateIdentity identity;
  private final Lease lease;

  SiteIntents(
      ManifestResult read, Surveyor surveyor, Recipe recipe, LateIdentity identity, Lease lease) {
    this.read = read;
    this.surveyor = surveyor;
    this.recipe = recipe;
    this.identity = identity;
    this.lease = lease;
  }

  @Override
  public Intent at(Instant asOf, Allowances allowances) {
    return intent(surveyor.survey(read.manifest(), asOf), asOf, allowances);
  }

  @Override
  public Look look(Instant asOf) {
    RingSurvey seen = surveyor.rings(read);
    return new Look(
        recipe.rings(read, seen.facts(), asOf),
        allowances -> intent(surveyor.survey(read.manifest(), asOf, seen), asOf, allowances));
  }

  private Intent intent(Survey survey, Instant asOf, Allowances allowances) {
    Site site = survey.site();
    identity.know(site.identity());
    Intent intent = recipe.intent(read, survey, asOf, allowances);
    return surveyor.clock().remark().map(intent::remarking).orElse(intent);
  }

  @Override
  public Optional<ServerClock> clock() {
    return Optional.of(surveyor.clock());
  }

  @Override
  public List<RingRoster> rosters() {
    Manifest manifest = read.manifest();
    List<RingRoster> rosters = new ArrayList<>();
    for (RingRoster roster : surveyor.rosters(manifest)) {
      Ring ring = manifest.rings().get(rosters.size());
      rosters.add(
          roster.reachedThrough(RingObjects.of(manifest, ring).all().collect(Collectors.toSet())));
    }
    return rosters;
  }

  @Override
  public Intent bare(Instant asOf) {
    Site site = surveyor.site();
    identity.know(site.identity());
    return new Intent(
        read.manifest().name(),
        read.digest(),
        "site " + site.identity().code(),
        Map.of("site", site.identity().code(), "hierarchy", site.identity().hierarchyId()),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        asOf,
        Optional.empty(),
        List.of(),
        List.of());
  }

  @Override
  public List<RingReport> rings(Instant asOf) {
    return recipe.rings(read, surveyor.rings(read).facts(), asOf);
  }

  @Override
  public FleetStanding fleet(Instant asOf, Optional<LiveQuery> live) {
    return standing(surveyor.fleet(read, live), asOf);
  }

  @Override
  public DeviceStanding devices(Instant asOf, Optional<LiveQuery> live) {
    Manifest manifest = read.manifest();
    FleetStanding fleet = fleet(asOf, live);
    Map<String, Expectation> wanted = new HashMap<>();
    for (RingReport report : fleet.rings()) {
      manifest.rings().stream()
          .filter(ring -> ring.name().equals(report.ring()))
          .forEach(ring ->
              wanted.put(
                  ring.name(),
                  new Expectation(
                      report.opened().map(time -> recipe.due(ring, time)),
                      ring.antivirus() == Ring.Antivirus.PASSIVE)));
    }
    return new DeviceStanding(
        fleet, new Conformity(fleet.judge(), manifest.tenant().orgId().toString(), wanted, asOf));
  }

  @Override
  public ReadinessStanding readiness(Instant asOf, Optional<LiveQuery> live) {
    ReadinessFacts facts = surveyor.readiness(read, live);
    FleetStanding fleet = standing(facts.fleet(), asOf);
    return new ReadinessStanding(
        fleet,
        facts.requirements().byApplication()
            ? OnboardingRoute.APPLICATION.word()
            : OnboardingRoute.CLIENT_SETTING.word(),
        new ReadinessJudge(fleet.judge(), facts.requirements()),
        facts.unseen());
  }

  @Override
  public AntivirusStanding antivirus(Instant asOf, Optional<LiveQuery> live) {
    return antivirus(fleet(asOf, live), asOf);
  }

  @Override
  public AntivirusStanding status(Instant asOf, Optional<LiveQuery> live) {
    FleetFacts facts = surveyor.fleet(read, live);
    FleetStanding fleet = standing(facts, asOf);
    boolean allStarted =
        fleet.rings().stream().allMatch(ring -> ring.opened().isPresent() || ring.members() == 0);
    return antivirus(fleet, asOf)
        .with(
            allStarted
                ? Optional.empty()
                : surveyor
                    .requirements(read.manifest(), facts)
                    .map(requirements -> new ReadinessJudge(fleet.judge(), requirements)));
  }

  private AntivirusStanding antivirus(FleetStanding fleet, Instant asOf) {
    Manifest manifest = read.manifest();
    return new AntivirusStanding(
        fleet,
        new SystemFit(manifest.operatingSystems(), Map.of()),
        manifest.tenant().orgId().toString(),
        ExemptServers.of(manifest, asOf),
        surveyor.tellsMode());
  }

  private FleetStanding standing(FleetFacts facts, Instant asOf) {
    Manifest manifest = read.manifest();
    return new FleetStanding(
        manifest.name(),
        siteCode(),
        asOf,
        recipe.rings(read, facts.rings(), asOf),
        facts.fleet(),
        new ServerStateRules(
            manifest.tenant().orgId().toString(), ExemptServers.of(manifest, asOf)),
        facts.notes(),
        facts.live());
  }

  @Override
  public List<RingObjects> ringObjects() {
    return RingObjects.of(read.manifest());
  }

  @Override
  public OffboardObjects offboarding(String entry) {
    NamedLeavers named = NamedLeavers.of(read, entry);
    if (!named.servers().isEmpty()) {
      Set<String> missing = named.missing(surveyor.servers(read, named.servers()));
      if (!missing.isEmpty()) {
        throw named.unknown(missing, surveyor.servers(read, Set.of()));
      }
    }
    return OffboardObjects.of(read.manifest(), entry);
  }

  @Override
  public Optional<OnboardingRoute> automaticRoute() {
    if (read.manifest().rollout().method() != RolloutSection.Method.AUTO) {
      return Optional.empty();
    }
    try {
      return surveyor.route(read.manifest());
    } catch (RefusalException unreadable) {
      return Optional.empty(); // A ring is halted even when its route is unknown.
    }
  }

  @Override
  public Statement statement() {
    return new Statement(read.manifest().name(), read.manifest().exemptions());
  }

  @Override
  public String siteCode() {
    return read.manifest().site().code();
  }

  @Override
  public String identity() {
    return identity.writer();
  }

  @Override
  public Lease lease() {
    return lease;
  }
}

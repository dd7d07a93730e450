package dev.garrison.survey;

import dev.garrison.connection.ServerClock;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.plan.Remark;
import dev.garrison.engine.resource.Mark;
import dev.garrison.fleet.live.LiveCensus;
import dev.garrison.fleet.readiness.Requirements;
import dev.garrison.fleet.standing.ModeSample;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.application.model.Generations;
import dev.garrison.mecm.clientoperation.CMPivot;
import dev.garrison.mecm.clientsetting.DeviceSetting;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.placement.RootFolders;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.mecm.site.RouteDecision;
import dev.garrison.mecm.site.Site;
import dev.garrison.mecm.site.SiteReader;
import dev.garrison.payload.PackageReader;
import dev.garrison.payload.Packages;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.share.FileSource;
import dev.garrison.survey.antivirus.AntivirusReader;
import dev.garrison.survey.fleet.FleetFacts;
import dev.garrison.survey.fleet.FleetReader;
import dev.garrison.survey.fleet.ReadinessFacts;
import dev.garrison.survey.fleet.ReadinessReader;
import dev.garrison.survey.fleet.RingAntivirusReader;
import dev.garrison.survey.fleet.RingWindowReader;
import dev.garrison.survey.live.LiveQuery;
import dev.garrison.survey.live.LiveSurvey;
import dev.garrison.survey.offboarding.LeavingReader;
import dev.garrison.survey.ring.CollectionFit;
import dev.garrison.survey.ring.OurDeployments;
import dev.garrison.survey.ring.RingFacts;
import dev.garrison.survey.ring.RingReader;
import dev.garrison.survey.ring.RingRoster;
import dev.garrison.survey.ring.SiteCollections;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a site once, by a number of requests that does not depend on its number of devices. */
public final class Surveyor {
  private static final ODataQuery GROUPS =
      ODataQuery.of("SMS_DistributionPointGroup").keys("GroupID").select("Name");
  private static final ODataQuery SCOPES =
      ODataQuery.of("SMS_SecuredCategory").keys("CategoryID").select("CategoryName");

  private static final ODataQuery APPLICATIONS =
      ODataQuery.of("SMS_Application").keys("CI_ID").select("ModelName");

  private final AdminService service;
  private final PackageReader packages;
  private final StagedVersionsReader shelf;
  private final RingReader rings;
  private final LeavingReader leaving;
  private final LiveSurvey live;
  private static final Duration SAMPLE_TIMEOUT = Duration.ofMinutes(3);

  private final Generations.History history;
  private final LiveQuery.Waiting sampleWaiting;

  /**
   * @param pivot asks servers directly
   * @param clock measures how long they take
   * @param history of applications that no longer exist
   * @param sampleWaiting waits for servers that gates ask for their antivirus mode
   */
  public Surveyor(
      AdminService service,
      PackageReader packages,
      StagedVersionsReader shelf,
      CMPivot pivot,
      Clock clock,
      Generations.History history,
      LiveQuery.Waiting sampleWaiting) {
    this.history = history;
    this.sampleWaiting = sampleWaiting;
    this.live = new LiveSurvey(service, pivot, clock);
    this.leaving = new LeavingReader(service);
    this.service = service;
    this.packages = packages;
    this.shelf = shelf;
    this.rings = new RingReader(service);
  }

  /** Assumptions about a site in this class. */
  public static Assumption assumption() {
    return SiteReader.assumption()
        .and(RingReader.assumption())
        .and(RingWindowReader.assumption())
        .and(AntivirusReader.assumption())
        .and(
            Assumption.of(
                GROUPS,
                APPLICATIONS,
                VersionUses.DEPLOYMENTS,
                VersionUses.REVISIONS,
                VersionUses.PACKAGES,
                DeviceSetting.QUERY))
        .optional(DeviceSetting.SCRIPT_POLICY, Text.of("assumption.signed-scripts").toString())
        .with("SMS_Application", "SDMPackageXML");
  }

  /**
   * Reads the survey.
   *
   * @param asOf the time for which packages are proven
   * @throws RefusalException when the site may not be used, or a package cannot be
   */
  public Survey survey(Manifest manifest, Instant asOf) {
    Site site = site();
    Mark mark = new Mark(manifest.name());
    OurDeployments deployments = rings.deployments(mark);
    SiteCollections collections = rings.collections(mark);
    RouteDecision.Admitted route = admitted(site, manifest, collections, deployments);
    RingSurvey seen = completed(manifest, rings.read(manifest, collections, deployments));
    return survey(manifest, asOf, site, route, seen);
  }

  /**
   * Reads the survey, but for the rings, which were read just before.
   *
   * @param asOf the time for which packages are proven
   * @throws RefusalException when the site may not be used, or a package cannot be
   */
  public Survey survey(Manifest manifest, Instant asOf, RingSurvey seen) {
    Site site = site();
    RingFacts facts = seen.facts();
    RouteDecision.Admitted route = admitted(site, manifest, facts.collections(), facts.ours());
    return survey(manifest, asOf, site, route, seen);
  }

  private static RouteDecision.Admitted admitted(
      Site site, Manifest manifest, SiteCollections collections, OurDeployments deployments) {
    return switch (SiteGate.decide(site, manifest, collections, deployments)) {
      case RouteDecision.Refused(var reasons) -> throw new RefusalException(reasons);
      case RouteDecision.Admitted admitted -> admitted;
    };
  }

  private Survey survey(
      Manifest manifest, Instant asOf, Site site, RouteDecision.Admitted route, RingSurvey seen) {
    RingFacts facts = seen.facts();
    Packages found = packages.read(manifest, asOf);
    return new Survey(
        site,
        route,
        facts,
        leaving
            .read(manifest, facts.collections())
            .withAntivirus(server -> RingAntivirusReader.seen(seen.fleet(), server)),
        groups(service),
        manifest.securityScopes().isEmpty() ? Set.of() : names(service, SCOPES, "CategoryName"),
        found,
        shelf.read(
            manifest.name(),
            manifest.content().keepVersions(),
            found.installer().flatMap(FileSource::version)),
        new Generations(applications(), history),
        notes(manifest));
  }

  private List<String> notes(Manifest manifest) {
    List<String> notes = new ArrayList<>();
    manifest.consoleFolder().flatMap(this::folderMeant).ifPresent(notes::add);
    if (manifest.packages().clientScripts().isEmpty()) {
      notes.addAll(ScriptSigning.notes(DeviceSetting.all(service)));
    }
    return notes;
  }

  /** Remark on a console folder that is created although one with a similar name exists. */
  private Optional<String> folderMeant(String folder) {
    return RootFolders.read(service)
        .meantBy(folder)
        .map(nearest ->
            Remark.action(
                Text.of("console-folder.meant", "folder", folder, "nearest", nearest).toString()));
  }

  /** Logical names of all applications, by any author. */
  private Set<String> applications() {
    Set<String> names = new HashSet<>();
    service.query(
        APPLICATIONS.where(ODataFilter.equal("IsLatest", true)),
        node -> {
          String modelName = new Row(node).textKey("ModelName");
          names.add(modelName.substring(modelName.lastIndexOf('/') + 1));
        });
    return names;
  }

  /** Reads the facts about the rings; needs no package and no share. */
  public RingSurvey rings(ManifestResult read) {
    return completed(read.manifest(), rings.read(read));
  }

  private RingSurvey completed(Manifest manifest, RingFacts facts) {
    Instant now = clock().instant();
    SiteCollections collections = facts.collections();
    RingAntivirusReader antivirus = new RingAntivirusReader(service, now);
    Fleet fleet = antivirus.read(manifest, collections, facts.ours());
    List<String> notes = new ArrayList<>(sample(manifest, fleet, collections));
    notes.addAll(antivirus.strangers(manifest, collections, fleet));
    Map<String, RingAntivirus> counted =
        RingAntivirusReader.census(manifest, collections, fleet, now);
    return new RingSurvey(
        facts
            .withWindows(new RingWindowReader(service, now).read(manifest, fleet, counted))
            .withAntivirus(counted, notes),
        fleet);
  }

  /** Asks the servers of the gates' samples; reports what could not be asked. */
  private List<String> sample(Manifest manifest, Fleet fleet, SiteCollections collections) {
    ModeSample.Choice sample = RingAntivirusReader.sample(manifest, fleet);
    if (sample.servers().isEmpty()) {
      return List.of();
    }
    return live
        .fill(
            fleet,
            manifest,
            collections,
            site().identity().code(),
            new LiveQuery(
                SAMPLE_TIMEOUT,
                Optional.empty(),
                Optional.empty(),
                sampleWaiting,
                Optional.of(sample)))
        .notes()
        .stream()
        .map(Text::toString)
        .toList();
  }

  /**
   * Reads the site's data on the rings' servers; needs no package and no share.
   *
   * @param wish whether the servers are asked themselves too
   * @throws RefusalException when a collection of the manifest does not fit the site
   */
  public FleetFacts fleet(ManifestResult read, Optional<LiveQuery> wish) {
    Manifest manifest = read.manifest();
    FleetFacts facts = new FleetReader(service, clock().instant()).read(read);
    return wish.map(one -> asked(facts, manifest, one)).orElseGet(() -> sampled(facts, manifest));
  }

  private FleetFacts sampled(FleetFacts facts, Manifest manifest) {
    List<String> notes = sample(manifest, facts.fleet(), facts.rings().collections());
    return facts.with(census(manifest, facts), notes);
  }

  private Map<String, RingAntivirus> census(Manifest manifest, FleetFacts facts) {
    return RingAntivirusReader.census(
        manifest, facts.rings().collections(), facts.fleet(), clock().instant());
  }

  private FleetFacts asked(FleetFacts facts, Manifest manifest, LiveQuery wish) {
    LiveCensus census =
        live.fill(
            facts.fleet(), manifest, facts.rings().collections(), site().identity().code(), wish);
    return facts.with(census, census(manifest, facts));
  }

  /**
   * Reads the prerequisites of the rings' servers; needs no package and no share.
   *
   * @param wish whether the servers are asked themselves too
   * @throws RefusalException when the site may not be used, or a collection of the manifest does
   *     not fit it
   */
  public ReadinessFacts readiness(ManifestResult read, Optional<LiveQuery> wish) {
    Manifest manifest = read.manifest();
    Site site = site();
    return switch (new SiteGate(service).decide(site, manifest)) {
      case RouteDecision.Refused(var reasons) -> throw new RefusalException(reasons);
      case RouteDecision.Admitted admitted -> {
        ReadinessFacts facts =
            new ReadinessReader(service, clock().instant()).read(read, site, admitted.route());
        yield wish.map(one -> facts.with(asked(facts.fleet(), manifest, one))).orElse(facts);
      }
    };
  }

  /**
   * Reads the prerequisites of servers of which the other facts were read. They are empty where the
   * site may not be used.
   */
  public Optional<Requirements> requirements(Manifest manifest, FleetFacts facts) {
    Site site = site();
    RingFacts rings = facts.rings();
    return switch (SiteGate.decide(site, manifest, rings.collections(), rings.ours())) {
      case RouteDecision.Refused _ -> Optional.empty();
      case RouteDecision.Admitted admitted ->
          Optional.of(
              new ReadinessReader(service, clock().instant())
                  .read(manifest, facts, site, admitted.route()));
    };
  }

  /** Route that a plan would take; empty where the site may not be used. */
  public Optional<OnboardingRoute> route(Manifest manifest) {
    return switch (new SiteGate(service).decide(site(), manifest)) {
      case RouteDecision.Refused _ -> Optional.empty();
      case RouteDecision.Admitted admitted -> Optional.of(admitted.route());
    };
  }

  /** Reads the current names of the rings' servers; used only on request. */
  public List<RingRoster> rosters(Manifest manifest) {
    return rings.rosters(manifest);
  }

  /**
   * Reads the names of the servers in the limiting collection.
   *
   * @param names the names to look for; empty for all servers
   * @throws RefusalException when a collection of the manifest does not fit the site
   */
  public Set<String> servers(ManifestResult read, Set<String> names) {
    SiteCollections collections = rings.collections(new Mark(read.manifest().name()));
    CollectionFit.require(read, collections);
    return collections
        .only(read.manifest().limitingCollection())
        .map(limit -> leaving.servers(limit, names))
        .orElse(Set.of());
  }

  /** Clock of the site, by which its times are judged. */
  public ServerClock clock() {
    return new SiteReader(service).clock();
  }

  /** Whether the site's inventory tells the running mode of Microsoft Defender Antivirus. */
  public boolean tellsMode() {
    return AntivirusReader.tellsMode(service);
  }

  /** Reads the site only. */
  public Site site() {
    return new SiteReader(service).read();
  }

  /** Reads the names of all distribution point groups. */
  static Set<String> groups(AdminService service) {
    return names(service, GROUPS, "Name");
  }

  private static Set<String> names(AdminService service, ODataQuery query, String name) {
    Set<String> names = new HashSet<>();
    service.query(query, node -> names.add(new Row(node).text(name)));
    return names;
  }
}

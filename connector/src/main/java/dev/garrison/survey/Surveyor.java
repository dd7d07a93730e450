package dev.garrison.survey;

import dev.garrison.content.share.FileSource;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Owner;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.RolloutSection;
import dev.garrison.manifest.SiteSection;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.mecm.site.RequestedMethod;
import dev.garrison.mecm.site.RouteDecision;
import dev.garrison.mecm.site.RouteRequest;
import dev.garrison.mecm.site.Site;
import dev.garrison.mecm.site.SiteReader;
import dev.garrison.mecm.site.SiteStatement;
import dev.garrison.mecm.site.VersionGate;
import dev.garrison.payload.PackageReader;
import dev.garrison.payload.Packages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a site once, with a number of requests that does not depend on how many devices it has. */
public final class Surveyor {
  private static final int DEVICES = 2;

  private final AdminService service;
  private final PackageReader packages;
  private final ShelfReader shelf;

  public Surveyor(AdminService service, PackageReader packages, ShelfReader shelf) {
    this.service = service;
    this.packages = packages;
    this.shelf = shelf;
  }

  /**
   * The survey.
   *
   * @param asOf the time for which packages are proven
   * @throws RefusalException when the site may not be used, or a package cannot be
   */
  public Survey survey(Manifest manifest, Instant asOf) {
    Site site = new SiteReader(service).read();
    Map<String, Boolean> deployments = deployments(new Mark(manifest.name()));
    RouteDecision.Admitted route =
        switch (VersionGate.decide(
            site, statement(manifest.site()), request(manifest.rollout(), deployments.keySet()))) {
          case RouteDecision.Refused(var reasons) -> throw new RefusalException(reasons);
          case RouteDecision.Admitted admitted -> admitted;
        };
    SiteCollections collections = collections();
    Packages found = packages.read(manifest, asOf);
    return new Survey(
        site,
        route,
        collections,
        names("SMS_DistributionPointGroup", "GroupID", "Name"),
        manifest.securityScopes().isEmpty()
            ? Set.of()
            : names("SMS_SecuredCategory", "CategoryID", "CategoryName"),
        deployments.entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()),
        new RingCensus(service, collections).count(manifest.rings()),
        found,
        shelf.read(
            manifest.name(),
            manifest.content().keepVersions(),
            found.installer().flatMap(FileSource::version)));
  }

  /** The names of the rings' servers as they are now; read only when somebody asks for them. */
  public List<RingRoster> rosters(Manifest manifest) {
    RosterReader reader = new RosterReader(service, collections());
    return manifest.rings().stream().map(reader::of).toList();
  }

  private static SiteStatement statement(SiteSection site) {
    return new SiteStatement(
        site.code(), site.rollup() == SiteSection.Rollup.INSTALLED, site.allowChildPrimary());
  }

  /** Deployments of ours are on the application route: no other is built. */
  private static RouteRequest request(RolloutSection rollout, Set<String> deployments) {
    RequestedMethod method =
        switch (rollout.method()) {
          case AUTO -> RequestedMethod.AUTO;
          case APPLICATION -> RequestedMethod.APPLICATION;
          case CLIENT_SETTING -> RequestedMethod.CLIENT_SETTING;
        };
    Optional<OnboardingRoute> existing =
        deployments.isEmpty() ? Optional.empty() : Optional.of(OnboardingRoute.APPLICATION);
    return new RouteRequest(method, existing, rollout.migrateRoute());
  }

  /** Deployments of ours by name, and whether each has a deadline. */
  private Map<String, Boolean> deployments(Mark mark) {
    Map<String, Boolean> names = new HashMap<>();
    service.query(
        ODataQuery.of("SMS_ApplicationAssignment")
            .keys("AssignmentID")
            .select("AssignmentName", "AssignmentDescription", "EnforcementDeadline"),
        node -> {
          Row row = new Row(node);
          if (mark.ownerOf(row.text("AssignmentDescription")) instanceof Owner.Ours) {
            names.put(row.text("AssignmentName"), row.time("EnforcementDeadline").isPresent());
          }
        });
    return names;
  }

  private SiteCollections collections() {
    List<CollectionFact> facts = new ArrayList<>();
    service.query(
        ODataQuery.of("SMS_Collection")
            .keys("CollectionID")
            .select("Name", "MemberCount", "IsBuiltIn")
            .where(ODataFilter.equal("CollectionType", DEVICES)),
        node -> {
          Row row = new Row(node);
          facts.add(
              new CollectionFact(
                  row.text("CollectionID"),
                  row.text("Name"),
                  row.number("MemberCount", 0),
                  row.flag("IsBuiltIn")));
        });
    return new SiteCollections(facts);
  }

  private Set<String> names(String className, String key, String name) {
    Set<String> names = new HashSet<>();
    service.query(
        ODataQuery.of(className).keys(key).select(name),
        node -> names.add(new Row(node).text(name)));
    return names;
  }
}

package dev.garrison.survey;

import dev.garrison.content.share.FileSource;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Mark;
import dev.garrison.manifest.Manifest;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.site.RouteDecision;
import dev.garrison.mecm.site.Site;
import dev.garrison.mecm.site.SiteReader;
import dev.garrison.payload.PackageReader;
import dev.garrison.payload.Packages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a site once, with a number of requests that does not depend on how many devices it has. */
public final class Surveyor {
  private static final int DEVICES = 2;
  private static final ODataQuery COLLECTIONS =
      ODataQuery.of("SMS_Collection")
          .keys("CollectionID")
          .select("Name", "MemberCount", "IsBuiltIn");
  private static final ODataQuery GROUPS =
      ODataQuery.of("SMS_DistributionPointGroup").keys("GroupID").select("Name");
  private static final ODataQuery SCOPES =
      ODataQuery.of("SMS_SecuredCategory").keys("CategoryID").select("CategoryName");

  private final AdminService service;
  private final PackageReader packages;
  private final ShelfReader shelf;
  private final SiteGate gate;

  public Surveyor(AdminService service, PackageReader packages, ShelfReader shelf) {
    this.service = service;
    this.packages = packages;
    this.shelf = shelf;
    this.gate = new SiteGate(service);
  }

  /** What is taken for granted of a site here. */
  public static Assumption assumption() {
    return SiteReader.assumption()
        .and(
            Assumption.of(
                SiteGate.DEPLOYMENTS,
                COLLECTIONS,
                GROUPS,
                RingCensus.MEMBERS,
                VersionUses.DEPLOYMENTS,
                VersionUses.REVISIONS,
                VersionUses.PACKAGES))
        .with("SMS_Collection", "CollectionType")
        .with("SMS_Application", "SDMPackageXML");
  }

  /**
   * The survey.
   *
   * @param asOf the time for which packages are proven
   * @throws RefusalException when the site may not be used, or a package cannot be
   */
  public Survey survey(Manifest manifest, Instant asOf) {
    Site site = new SiteReader(service).read();
    Map<String, Boolean> deployments = gate.deployments(new Mark(manifest.name()));
    RouteDecision.Admitted route =
        switch (SiteGate.decide(site, manifest, deployments.keySet())) {
          case RouteDecision.Refused(var reasons) -> throw new RefusalException(reasons);
          case RouteDecision.Admitted admitted -> admitted;
        };
    SiteCollections collections = collections();
    Packages found = packages.read(manifest, asOf);
    return new Survey(
        site,
        route,
        collections,
        names(GROUPS, "Name"),
        manifest.securityScopes().isEmpty() ? Set.of() : names(SCOPES, "CategoryName"),
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

  private SiteCollections collections() {
    List<CollectionFact> facts = new ArrayList<>();
    service.query(
        COLLECTIONS.where(ODataFilter.equal("CollectionType", DEVICES)),
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

  private Set<String> names(ODataQuery query, String name) {
    Set<String> names = new HashSet<>();
    service.query(query, node -> names.add(new Row(node).text(name)));
    return names;
  }
}

package dev.garrison.survey.ring;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Owner;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.deployment.BesideNote;
import dev.garrison.mecm.distribution.DistributionFailures;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.ring.OffboardingNote;
import dev.garrison.ring.RingHealth;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the facts about rings, by a number of requests that does not depend on servers. */
public final class RingReader {
  private static final int DEVICES = 2;
  private static final ODataQuery COLLECTIONS =
      ODataQuery.of("SMS_Collection")
          .keys("CollectionID")
          .select(
              "Name", "Comment", "MemberCount", "IsBuiltIn", "LastChangeTime", "LastRefreshTime");
  private static final String POLICY_DEPLOYMENT = "SMS_ConfigurationPolicyAssignment";
  private static final ODataQuery DEPLOYMENTS =
      deploymentsOf("SMS_ApplicationAssignment", "StartTime");
  private static final ODataQuery POLICIES = deploymentsOf(POLICY_DEPLOYMENT);

  private final AdminService service;

  public RingReader(AdminService service) {
    this.service = service;
  }

  /** A time that the site keeps without a zone, or in UTC. */
  private static Optional<LocalDateTime> wallClock(Row row, String property) {
    return row.time(property).map(time -> LocalDateTime.ofInstant(time, ZoneOffset.UTC));
  }

  private static ODataQuery deploymentsOf(String className, String... more) {
    return ODataQuery.of(className)
        .keys("AssignmentID")
        .select(
            Stream.concat(
                    Stream.of(
                        "AssignmentName",
                        "AssignmentDescription",
                        "TargetCollectionID",
                        "EnforcementDeadline",
                        "CreationTime"),
                    Stream.of(more))
                .toArray(String[]::new));
  }

  /** Assumptions about a site in this class. */
  public static Assumption assumption() {
    return Assumption.of(COLLECTIONS, DEPLOYMENTS, RingCensus.MEMBERS, HealthReader.STATES)
        .and(DistributionFailures.assumption())
        .with("SMS_Collection", "CollectionType")
        .optional(RefusedServers.ERRORS, Text.of("assumption.refusals").toString())
        .optional(SensorHealthReader.SENSOR, Text.of("assumption.sensor-health").toString())
        .optional(SensorHealthReader.SERVICES, Text.of("assumption.monitoring-agent").toString())
        .optional(POLICY_DEPLOYMENT, Text.of("assumption.policy-deployment").toString())
        .optional(
            POLICY_DEPLOYMENT + ".TargetCollectionID",
            Text.of("assumption.policy-target").toString())
        .optional(
            POLICY_DEPLOYMENT + ".CreationTime", Text.of("assumption.policy-created").toString())
        .optional(
            POLICY_DEPLOYMENT + ".EnforcementDeadline",
            Text.of("assumption.policy-deadline").toString());
  }

  /**
   * Reads all facts.
   *
   * @throws RefusalException when a collection of the manifest does not fit the site
   */
  public RingFacts read(ManifestResult read) {
    Mark mark = new Mark(read.manifest().name());
    SiteCollections collections = collections(mark);
    CollectionFit.require(read, collections);
    return read(read.manifest(), collections, deployments(mark));
  }

  /** Reads all facts, where collections and deployments were read before. */
  public RingFacts read(
      Manifest manifest, SiteCollections collections, OurDeployments deployments) {
    EntryFacts entries = entries(manifest, collections, deployments);
    Map<String, RingHealth> health =
        new HashMap<>(policyHealth(manifest, collections, deployments, entries));
    health.putAll(new HealthReader(service).read(manifest, deployments.applications()));
    RingCensus census = new RingCensus(service, collections);
    Map<String, Set<Long>> servers = census.of(manifest.rings(), leaving(manifest));
    Map<String, Integer> members = new HashMap<>();
    servers.forEach((ring, ids) -> members.put(ring, ids.size()));
    return new RingFacts(
            collections,
            deployments,
            members,
            census.meetings(manifest.rollout().keepApart(), servers),
            Map.of(),
            health,
            entries)
        .withContent(content(manifest));
  }

  /** Reads which rings' content does not reach enough distribution points. */
  public Map<String, String> content(Manifest manifest) {
    return new ContentReader(service).read(manifest);
  }

  /** Reads the servers that may be onboarded in passive rings on the client-setting route. */
  public EntryFacts entries(
      Manifest manifest, SiteCollections collections, OurDeployments deployments) {
    return new AdmissionReader(service).read(manifest, collections, deployments);
  }

  /** Reads the health of the rings that opened on the client-setting route. */
  public Map<String, RingHealth> policyHealth(
      Manifest manifest,
      SiteCollections collections,
      OurDeployments deployments,
      EntryFacts entries) {
    return new SensorHealthReader(service, collections)
        .read(manifest, deployments.policies(), entries);
  }

  /** Reads Garrison's deployments, by either route. */
  public OurDeployments deployments(Mark mark) {
    Map<String, DeploymentFact> applications = new HashMap<>();
    Map<String, DeploymentFact> beside = new HashMap<>();
    Map<String, DeploymentFact> policies = new HashMap<>();
    Map<String, DeploymentFact> offboarding = new HashMap<>();
    each(
        DEPLOYMENTS,
        mark,
        description -> {
          if (OffboardingNote.in(description).isPresent()) {
            return offboarding;
          }
          return BesideNote.isIn(description) ? beside : applications;
        });
    if (service.capabilities().offers(POLICY_DEPLOYMENT)) {
      each(POLICIES, mark, _ -> policies);
    }
    return new OurDeployments(applications, beside, policies, offboarding);
  }

  private void each(
      ODataQuery query, Mark mark, Function<String, Map<String, DeploymentFact>> sideOf) {
    service.query(
        query,
        node -> {
          Row row = new Row(node);
          String description = row.text("AssignmentDescription");
          if (mark.ownerOf(description) instanceof Owner.Ours) {
            sideOf
                .apply(description)
                .put(
                    row.text("AssignmentName"),
                    new DeploymentFact(
                        row.numberKey("AssignmentID"),
                        row.textKey("TargetCollectionID"),
                        wallClock(row, "StartTime"),
                        wallClock(row, "EnforcementDeadline"),
                        row.time("CreationTime")));
          }
        });
  }

  /** Reads the current names of the rings' servers; used only on request. */
  public List<RingRoster> rosters(Manifest manifest) {
    RosterReader reader =
        new RosterReader(service, collections(new Mark(manifest.name())), leaving(manifest));
    return manifest.rings().stream().map(reader::of).toList();
  }

  /**
   * Collections whose servers leave; their servers are in no ring. Where the manifest names the
   * servers, it is Garrison's own, which does not exist before they leave.
   */
  public static List<String> leaving(Manifest manifest) {
    return manifest.offboard().stream()
        .map(entry -> entry.collection().orElseGet(() -> manifest.leavingCollection(entry.name())))
        .toList();
  }

  /** Reads the site's device collections. */
  public SiteCollections collections(Mark mark) {
    return collections(comment -> mark.ownerOf(comment) instanceof Owner.Ours);
  }

  /** Reads the site's device collections; those of any manifest are Garrison's own. */
  public SiteCollections collections() {
    return collections(comment -> Mark.in(comment).isPresent());
  }

  private SiteCollections collections(Predicate<String> ours) {
    List<CollectionFact> facts = new ArrayList<>();
    service.query(
        COLLECTIONS.where(ODataFilter.equal("CollectionType", DEVICES)),
        node -> {
          Row row = new Row(node);
          String comment = row.text("Comment");
          facts.add(
              new CollectionFact(
                  row.textKey("CollectionID"),
                  row.text("Name"),
                  ours.test(comment) ? comment : "",
                  row.number("MemberCount", 0),
                  row.flag("IsBuiltIn"),
                  unevaluated(row)));
        });
    return new SiteCollections(facts);
  }

  private static Optional<Instant> unevaluated(Row row) {
    Optional<Instant> evaluated = row.time("LastRefreshTime");
    return row.time("LastChangeTime")
        .filter(changed -> evaluated.filter(time -> !time.isBefore(changed)).isEmpty());
  }
}

package dev.garrison.mecm.softwareupdate;

import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.catalog.sensor.SensorTitle;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads a site's data about the sensor's update. The number of requests depends on pages, on the
 * number of rings in fifties, and on deployments of groups that do not name their updates; never on
 * the number of devices.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/sum/software-updates-server-wmi-classes">Software
 *     updates server WMI classes</a>
 */
public final class SiteUpdateReader {
  /** The product's name in the console. */
  public static final String PRODUCT = "Microsoft Defender for Endpoint";

  private static final ODataQuery PRODUCTS =
      ODataQuery.of("SMS_UpdateCategoryInstance")
          .keys("CategoryInstanceID")
          .select("LocalizedCategoryInstanceName", "CategoryTypeName", "IsSubscribed");
  private static final ODataQuery RELEASES =
      ODataQuery.of("SMS_SoftwareUpdate")
          .keys("CI_ID")
          .select(
              "ArticleID",
              "DatePosted",
              "LocalizedDisplayName",
              "IsLatest",
              "IsExpired",
              "IsSuperseded",
              "IsDeployed",
              "NumMissing",
              "NumPresent",
              "NumNotApplicable",
              "NumUnknown");
  private static final ODataQuery OF_UPDATES =
      ODataQuery.of("SMS_UpdatesAssignment")
          .keys("AssignmentID")
          .select(
              "AssignmentName",
              "TargetCollectionID",
              "AssignedCIs",
              "CreationTime",
              "Enabled",
              "EnforcementDeadline",
              "UseGMTTimes");
  private static final ODataQuery OF_GROUPS =
      ODataQuery.of("SMS_UpdateGroupAssignment")
          .keys("AssignmentID")
          .select(
              "AssignmentName",
              "TargetCollectionID",
              "AssignedUpdateGroup",
              "AssignedCIs",
              "CreationTime",
              "Enabled",
              "EnforcementDeadline",
              "UseGMTTimes");
  private static final ODataQuery GROUPS =
      ODataQuery.of("SMS_AuthorizationList").keys("CI_ID").select("AssociatedAutoRuleID");
  private static final ODataQuery RULES =
      ODataQuery.of("SMS_AutoDeployment")
          .keys("AutoDeploymentID")
          .select(
              "Name",
              "AutoDeploymentEnabled",
              "CollectionID",
              "IsServicingPlan",
              "LastErrorCode",
              "LastRunTime");
  private static final ODataQuery POINTS =
      ODataQuery.of("SMS_SUPSyncStatus")
          .keys("WSUSServerName", "SiteCode")
          .select("LastSyncState", "LastSyncErrorCode", "LastSuccessfulSyncTime");
  private static final ODataQuery COLLECTIONS =
      ODataQuery.of("SMS_Collection").keys("CollectionID").select("Name", "CollectionType");
  private static final long DEVICES = 2;

  private final AdminService site;

  public SiteUpdateReader(AdminService site) {
    this.site = site;
  }

  /** Site classes, properties and methods that this class relies on. */
  public static Assumption assumption() {
    return Assumption.of(
            PRODUCTS, RELEASES, OF_UPDATES, OF_GROUPS, GROUPS, RULES, POINTS, COLLECTIONS)
        .with("SMS_AuthorizationList", "Updates");
  }

  /**
   * Reads the site; writes nothing.
   *
   * @throws dev.garrison.mecm.adminservice.AdminServiceException if the site cannot be read
   */
  public SiteUpdates read(List<ServedRing> rings) {
    Map<String, List<SiteCollection>> collections = collections(rings);
    Set<String> ids = new TreeSet<>();
    collections.values().forEach(found -> found.forEach(each -> ids.add(each.id())));
    List<String> unread = new ArrayList<>();
    List<SiteRelease> releases = releases(unread);
    List<SiteDeployment> deployments = deployments(ids);
    return new SiteUpdates(
        product(),
        releases,
        unread,
        deployments,
        makers(deployments),
        rules(),
        collections,
        points());
  }

  private SiteUpdates.Product product() {
    Set<Boolean> found = new HashSet<>();
    Set<Boolean> others = new HashSet<>();
    site.query(
        PRODUCTS.where(ODataFilter.equal("CategoryTypeName", "Product")),
        node -> {
          Row row = new Row(node);
          (row.text("LocalizedCategoryInstanceName").equalsIgnoreCase(PRODUCT) ? found : others)
              .add(row.flag("IsSubscribed"));
        });
    if (found.isEmpty()) {
      return others.isEmpty() ? SiteUpdates.Product.NOTHING_SHOWN : SiteUpdates.Product.NOT_THERE;
    }
    return found.contains(true)
        ? SiteUpdates.Product.SUBSCRIBED
        : SiteUpdates.Product.NOT_SUBSCRIBED;
  }

  /**
   * Reads the releases. The form of the article number is inferred, so both forms are requested.
   */
  private List<SiteRelease> releases(List<String> unread) {
    List<SiteRelease> releases = new ArrayList<>();
    String article = SensorProduct.KB_ARTICLE;
    site.query(
        RELEASES.where(ODataFilter.oneOf("ArticleID", List.of(article, "KB" + article))),
        node -> {
          Row row = new Row(node);
          if (!row.flag("IsLatest")) {
            return;
          }
          String title = row.text("LocalizedDisplayName");
          switch (SensorTitle.parse(title)) {
            case SensorTitle.Parsed parsed when parsed.kbArticle().equals(article) ->
                releases.add(release(row, parsed));
            case SensorTitle.Parsed _, SensorTitle.Unparseable _ -> unread.add(title);
          }
        });
    return releases;
  }

  private static SiteRelease release(Row row, SensorTitle.Parsed title) {
    return new SiteRelease(
        row.numberKey("CI_ID"),
        row.text("LocalizedDisplayName"),
        row.time("DatePosted"),
        title.line(),
        title.version(),
        row.flag("IsExpired"),
        row.flag("IsSuperseded"),
        row.flag("IsDeployed"),
        new UpdateCounts(
            (int) row.number("NumMissing", 0),
            (int) row.number("NumPresent", 0),
            (int) row.number("NumNotApplicable", 0),
            (int) row.number("NumUnknown", 0)));
  }

  private Map<String, List<SiteCollection>> collections(List<ServedRing> rings) {
    Map<String, List<SiteCollection>> found = new HashMap<>();
    Set<String> names =
        rings.stream().map(ServedRing::collection).collect(Collectors.toCollection(TreeSet::new));
    for (ODataFilter some :
        ODataFilter.batches(
            names,
            name -> ODataFilter.equal("Name", name).or(ODataFilter.equal("CollectionID", name)))) {
      site.query(
          COLLECTIONS.where(some),
          node -> {
            Row row = new Row(node);
            SiteCollection collection =
                new SiteCollection(row.textKey("CollectionID"), row.text("Name"));
            if (row.number("CollectionType", 0) == DEVICES) {
              names.stream()
                  .filter(collection::isCalled)
                  .forEach(each -> add(found, each, collection));
            }
          });
    }
    return found;
  }

  /** Adds a collection once: it comes in several answers if rings use its name and its id. */
  private static void add(
      Map<String, List<SiteCollection>> found, String name, SiteCollection collection) {
    List<SiteCollection> called = found.computeIfAbsent(name, _ -> new ArrayList<>());
    if (!called.contains(collection)) {
      called.add(collection);
    }
  }

  private List<SiteDeployment> deployments(Set<String> collections) {
    List<SiteDeployment> deployments = new ArrayList<>();
    for (ODataFilter targets : ODataFilter.batchesOfTexts("TargetCollectionID", collections)) {
      for (ODataQuery query : List.of(OF_UPDATES, OF_GROUPS)) {
        site.list(query.where(targets)).stream()
            .map(Row::new)
            .map(this::deployment)
            .forEach(deployments::add);
      }
    }
    return deployments;
  }

  private SiteDeployment deployment(Row row) {
    Optional<Long> group =
        Optional.of(row.number("AssignedUpdateGroup", 0)).filter(number -> number != 0);
    Set<Long> updates = new HashSet<>(row.numbers("AssignedCIs"));
    if (updates.isEmpty()) {
      group.ifPresent(id -> updates.addAll(members(id)));
    }
    return new SiteDeployment(
        row.numberKey("AssignmentID"),
        row.time("CreationTime").orElse(Instant.EPOCH),
        row.text("AssignmentName"),
        row.textKey("TargetCollectionID"),
        group,
        updates,
        row.flag("Enabled"),
        row.time("EnforcementDeadline"),
        !row.flag("UseGMTTimes"));
  }

  /** Updates of a software update group, which are read only by its key. */
  private List<Long> members(long group) {
    return site.get("SMS_AuthorizationList", ObjectKey.of(group))
        .map(node -> new Row(node).numbers("Updates"))
        .orElse(List.of());
  }

  private Map<Long, Long> makers(List<SiteDeployment> deployments) {
    Set<Long> groups = new HashSet<>();
    deployments.forEach(deployment -> deployment.group().ifPresent(groups::add));
    Map<Long, Long> makers = new HashMap<>();
    if (!groups.isEmpty()) {
      site.query(
          GROUPS.where(ODataFilter.atLeast("AssociatedAutoRuleID", 1)),
          node -> {
            Row row = new Row(node);
            long group = row.numberKey("CI_ID");
            if (groups.contains(group)) {
              makers.put(group, row.numberKey("AssociatedAutoRuleID"));
            }
          });
    }
    return makers;
  }

  /**
   * Whether a release is deployed but the site shows no deployment that could contain it. The
   * account then sees no deployment of it, and no group or no deployment of one at all. Sends
   * requests only if the rings' deployments leave this open.
   */
  boolean hidesDeployments(SiteUpdates seen) {
    Set<Long> unexplained = new HashSet<>();
    seen.releases().stream()
        .filter(SiteRelease::deployed)
        .forEach(release -> unexplained.add(release.id()));
    seen.deployments().forEach(each -> unexplained.removeAll(each.updates()));
    if (unexplained.isEmpty() || (isAnyShown(OF_GROUPS) && isAnyShown(GROUPS))) {
      return false;
    }
    site.query(
        OF_UPDATES,
        node -> unexplained.removeAll(Set.copyOf(new Row(node).numbers("AssignedCIs"))));
    return !unexplained.isEmpty();
  }

  private boolean isAnyShown(ODataQuery query) {
    return !site.list(query).isEmpty();
  }

  private List<DeploymentRule> rules() {
    return site.list(RULES).stream()
        .map(Row::new)
        .filter(row -> !row.flag("IsServicingPlan"))
        .map(row ->
            new DeploymentRule(
                row.numberKey("AutoDeploymentID"),
                row.text("Name"),
                row.textKey("CollectionID"),
                row.flag("AutoDeploymentEnabled"),
                row.time("LastRunTime"),
                row.number("LastErrorCode", 0)))
        .toList();
  }

  private List<PointState> points() {
    return site.list(POINTS).stream()
        .map(Row::new)
        .map(row ->
            new PointState(
                row.textKey("WSUSServerName").toLowerCase(Locale.ROOT),
                row.number("LastSyncState", 0),
                row.number("LastSyncErrorCode", 0),
                row.time("LastSuccessfulSyncTime")))
        .toList();
  }
}

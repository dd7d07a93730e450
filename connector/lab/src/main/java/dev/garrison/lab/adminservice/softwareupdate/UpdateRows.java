package dev.garrison.lab.adminservice.softwareupdate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.FixedRows;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.Provenance;
import dev.garrison.lab.wsus.catalogue.Categories;
import dev.garrison.lab.wsus.catalogue.SensorUpdates;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of the software update classes. Values that change are read when a request arrives. */
final class UpdateRows {
  private static final String PRODUCT = "Product:" + Categories.DEFENDER_FOR_ENDPOINT;
  private static final String CLASSIFICATION = "UpdateClassification:" + Categories.UPDATES;

  private final SiteContext site;
  private final Compliance compliance;

  UpdateRows(SiteContext site, Compliance compliance) {
    this.site = site;
    this.compliance = compliance;
  }

  private static ProviderClass of(String name, Supplier<Stream<ObjectNode>> rows) {
    return new FixedRows(
        name,
        Provenance.documented("MicrosoftDocs/SCCMdocs, %s server WMI class".formatted(name)),
        rows);
  }

  ProviderClass updates(
      Supplier<List<SiteUpdate>> updates,
      Predicate<SiteUpdate> isDeployed,
      Supplier<String> language) {
    return of(
        "SMS_SoftwareUpdate",
        () ->
            updates.get().stream()
                .map(update -> update(update, isDeployed.test(update), language.get()))
                .toList()
                .stream());
  }

  private ObjectNode update(SiteUpdate update, boolean isDeployed, String language) {
    return Rows.row()
        .set("CI_ID", update.id())
        .set("CI_UniqueID", SensorUpdates.idOf(update.sensor()).toString())
        .set("CIType_ID", 8)
        .set("CIVersion", 200)
        .set("RevisionNumber", 200)
        .set("ModelName", "Site_" + update.id())
        .set("ArticleID", SensorUpdates.ARTICLE)
        .set("BulletinID", "")
        .set("LocalizedDisplayName", title(update, language))
        .set("LocalizedDescription", "")
        .set("CategoryInstance_UniqueIDs", List.of(PRODUCT, CLASSIFICATION))
        .set("DatePosted", update.posted())
        .set("DateCreated", update.posted())
        .set("EULAExists", false)
        .set("EULAAccepted", 2)
        .set("IsBundle", true)
        .set("IsContentProvisioned", isDeployed)
        .set("IsDeployable", !update.expired())
        .set("IsDeployed", isDeployed)
        .set("IsEnabled", true)
        .set("IsExpired", update.expired())
        .set("IsHidden", false)
        .set("IsLatest", update.isLatest())
        .set("IsMetadataOnlyUpdate", false)
        .set("IsSuperseded", update.superseded())
        .set("IsUserDefined", false)
        .set("NumMissing", compliance.count(update, Compliance.REQUIRED))
        .set("NumNotApplicable", compliance.count(update, Compliance.NOT_REQUIRED))
        .set("NumPresent", compliance.count(update, Compliance.INSTALLED))
        .set("NumTotal", compliance.fleet().size())
        .set("NumUnknown", compliance.count(update, Compliance.UNKNOWN))
        .set("SourceSite", site.code())
        .done();
  }

  private static String title(SiteUpdate update, String language) {
    return language.equals("de")
        ? update
            .title()
            .replace(
                "Update for Microsoft Defender for Endpoint - KB",
                "Update für Microsoft Defender für Endpunkt – KB")
        : update.title();
  }

  /** One product, another product, and one classification; none without a software update point. */
  ProviderClass categories(BooleanSupplier isSubscribed, boolean hasPoint) {
    return of(
        "SMS_UpdateCategoryInstance",
        () ->
            hasPoint
                ? Stream.of(
                    category(
                        16777300,
                        PRODUCT,
                        "Product",
                        "Microsoft Defender for Endpoint",
                        isSubscribed.getAsBoolean()),
                    category(
                        16777301,
                        "Product:" + Categories.SERVER_2016,
                        "Product",
                        "Windows Server 2016",
                        true),
                    category(16777302, CLASSIFICATION, "UpdateClassification", "Updates", true))
                : Stream.empty());
  }

  private ObjectNode category(
      long id, String uniqueId, String type, String name, boolean isSubscribed) {
    return Rows.row()
        .set("CategoryInstanceID", id)
        .set("CategoryInstance_UniqueID", uniqueId)
        .set("CategoryTypeName", type)
        .set("LocalizedCategoryInstanceName", name)
        .set("AllowSubscription", true)
        .set("IsSubscribed", isSubscribed)
        .set("SourceSite", site.code())
        .done();
  }

  ProviderClass groups(Supplier<List<UpdateGroup>> groups) {
    return of("SMS_AuthorizationList", () -> groups.get().stream().map(this::group));
  }

  private ObjectNode group(UpdateGroup group) {
    return Rows.row()
        .set("CI_ID", group.id())
        .set("CI_UniqueID", site.scopeId() + "/AuthList_" + uuid("group " + group.id()))
        .set("CIType_ID", 9)
        .set("CIVersion", 1)
        .set("LocalizedDisplayName", group.name())
        .set("AssociatedAutoRuleID", group.rule())
        .set("IsDeployed", true)
        .set("IsLatest", true)
        .set("IsExpired", false)
        .set("NumberOfUpdates", group.updates().size())
        .set("Updates", numbers(group.updates()))
        .set("SourceSite", site.code())
        .done();
  }

  ProviderClass deployments(String name, Supplier<List<UpdateDeployment>> deployments) {
    return of(name, () -> deployments.get().stream().map(this::deployment));
  }

  private ObjectNode deployment(UpdateDeployment each) {
    Rows row =
        Rows.row()
            .set("AssignmentID", each.id())
            .set("AssignmentUniqueID", "{" + uuid("assignment " + each.id()) + "}")
            .set("AssignmentName", each.name())
            .set("AssignmentAction", 2)
            .set("AssignmentType", each.group() == 0 ? 1 : 5)
            .set("AssignedCIs", numbers(each.updates()))
            .set("TargetCollectionID", each.collection())
            .set("Enabled", each.isEnabled())
            .set("StartTime", each.start())
            .set("EnforcementDeadline", each.deadline())
            .set("CreationTime", each.start())
            .set("LastModificationTime", each.start())
            .set("UseGMTTimes", each.isUtc())
            .set("SourceSite", site.code());
    return each.group() == 0 ? row.done() : row.set("AssignedUpdateGroup", each.group()).done();
  }

  ProviderClass rules(Supplier<List<AutomaticRule>> rules) {
    return of("SMS_AutoDeployment", () -> rules.get().stream().map(UpdateRows::rule));
  }

  private static ObjectNode rule(AutomaticRule rule) {
    return Rows.row()
        .set("AutoDeploymentID", rule.id())
        .set("Name", rule.name())
        .set("Description", "")
        .set("AutoDeploymentEnabled", rule.isEnabled())
        .set("CollectionID", rule.collection())
        .set("IsServicingPlan", false)
        .set("LastErrorCode", rule.error())
        .setTime("LastErrorTime", rule.error() == 0 ? Optional.empty() : rule.ran())
        .setTime("LastRunTime", rule.ran())
        .set("LocaleID", 1033)
        .set("Schedule", "")
        .set("UpdateRuleXML", "<UpdateXML>not public</UpdateXML>")
        .done();
  }

  /** Rows for each device and update. */
  ProviderClass compliance(Supplier<List<SiteUpdate>> updates) {
    return of("SMS_UpdateComplianceStatus", () -> updates.get().stream().flatMap(this::statuses));
  }

  private Stream<ObjectNode> statuses(SiteUpdate update) {
    return IntStream.range(0, compliance.fleet().size())
        .mapToObj(index ->
            Rows.row()
                .set("CI_ID", update.id())
                .set("MachineID", compliance.fleet().at(index).resourceId())
                .set("Status", compliance.of(update, index))
                .set("ArticleID", SensorUpdates.ARTICLE)
                .set("LocalizedDisplayName", update.title())
                .done());
  }

  ProviderClass points(Supplier<Optional<String>> point, Supplier<PointStatus> status) {
    return of(
        "SMS_SUPSyncStatus",
        () -> point.get().stream().map(server -> status(server, status.get())));
  }

  private ObjectNode status(String server, PointStatus status) {
    return Rows.row()
        .set("SiteCode", site.code())
        .set("WSUSServerName", server)
        .set("WSUSSourceServer", "Microsoft Update")
        .set("LastSyncState", status.state())
        .set("LastSyncStateTime", status.ended())
        .set("LastSyncErrorCode", status.error())
        .setTime("LastSuccessfulSyncTime", status.succeeded())
        .set("SyncCatalogVersion", 12)
        .done();
  }

  private static ArrayNode numbers(Collection<Long> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(array::add);
    return array;
  }

  private String uuid(String name) {
    return UUID.nameUUIDFromBytes((site.code() + name).getBytes(StandardCharsets.UTF_8))
        .toString()
        .toUpperCase(Locale.ROOT);
  }
}

package dev.garrison.lab.adminservice.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.digest.Digest;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * Shows applications as rows of SMS_Application, SMS_ApplicationLatest, and SMS_DeploymentType.
 *
 * @param use deployments, content package, and scopes of an application
 */
record ApplicationRows(SiteContext site, Applications applications, ApplicationUse use) {
  private static final int DEPLOYMENT_TYPE_CI = 21;
  private static final int APPLICATION_CI = 10;

  Stream<ObjectNode> revisions() {
    return applications.all().stream()
        .flatMap(
            application -> application.revisions().stream().map(made -> row(application, made)))
        .toList()
        .stream();
  }

  Stream<ObjectNode> latest() {
    return applications.all().stream()
        .map(application -> row(application, application.latest()))
        .toList()
        .stream();
  }

  ObjectNode row(Application application, Application.Revision revision) {
    Digest digest = revision.digest();
    boolean latest = revision.ciId() == application.latest().ciId();
    int deployments = use.deployments(application.modelName());
    boolean content = digest.kinds().stream().anyMatch(kind -> kind.content().isPresent());
    return item(revision, digest.modelName(), digest.version(), APPLICATION_CI)
        .set("CI_ID", revision.ciId())
        .set("ModelName", digest.modelName())
        .set("ModelID", application.modelId())
        .set("DateCreated", application.created())
        .set("CategoryInstance_UniqueIDs", application.categories())
        .set("HasContent", content)
        .set("IsDeployable", !digest.kinds().isEmpty())
        .set("IsDeployed", deployments > 0)
        .set("IsExpired", application.expired())
        .set("IsHidden", application.hidden())
        .set("IsSuperseded", applications.isSuperseded(digest.modelName()))
        .set(
            "IsSuperseding", digest.kinds().stream().anyMatch(kind -> !kind.supersedes().isEmpty()))
        .set("IsLatest", latest)
        .set("LocalizedDisplayName", digest.title())
        .set("LocalizedDescription", digest.description())
        .set("Manufacturer", digest.publisher())
        .set("SoftwareVersion", digest.softwareVersion())
        .set("NumberOfDeployments", deployments)
        .set("NumberOfDeploymentTypes", digest.kinds().size())
        .set("NumberOfDependentDTs", applications.dependents(digest.modelName()))
        .set("NumberOfDependentTS", 0)
        .set("PackageID", use.packageId(application.modelName()))
        .set("ObjectPath", use.folder(application.modelName()))
        .set("SDMPackageXML", digest.text())
        .set("SecuredScopeNames", use.scopes(application.modelName()))
        .done();
  }

  private Rows item(Application.Revision revision, String model, int version, int type) {
    return Rows.row()
        .set("CI_UniqueID", model + "/" + version)
        .set("CIType_ID", type)
        .set("CIVersion", version)
        .set("SDMPackageVersion", version)
        .set("CreatedBy", site.user())
        .set("LastModifiedBy", site.user())
        .set("DateLastModified", revision.made())
        .set("EffectiveDate", java.time.Instant.EPOCH)
        .set("EULASignoffDate", java.time.Instant.EPOCH)
        .set("SummarizationTime", java.time.Instant.EPOCH)
        .set("IsBundle", false)
        .set("IsDigest", true)
        .set("IsEnabled", true)
        .set("IsQuarantined", false)
        .set("IsSuperseded", false)
        .set("IsUserDefined", true)
        .set("LocalizedPropertyLocaleID", 1033)
        .set("PermittedUses", 0)
        .set("SecuredScopeNames", List.of("Default"))
        .set("SedoObjectVersion", "")
        .set("SourceSite", site.code());
  }

  Stream<ObjectNode> kinds() {
    return applications.all().stream()
        .flatMap(application ->
            application.revisions().stream()
                .flatMap(revision ->
                    revision.digest().kinds().stream()
                        .map(kind -> kind(application, revision, kind))))
        .distinct()
        .toList()
        .stream();
  }

  private ObjectNode kind(
      Application application, Application.Revision revision, Digest.Kind kind) {
    Long ciId = revision.kindIds().get(kind.logicalName());
    Digest last = application.latest().digest();
    boolean latest =
        last.kinds().stream()
            .anyMatch(other ->
                other.logicalName().equals(kind.logicalName())
                    && other.version() == kind.version());
    String model = revision.digest().scopeId() + "/" + kind.logicalName();
    return item(firstWith(application, kind), model, kind.version(), DEPLOYMENT_TYPE_CI)
        .set("CI_ID", ciId == null ? 0 : ciId)
        .set("ModelName", model)
        .set("ModelID", application.modelId() + 1)
        .set("AppModelName", revision.digest().modelName())
        .set("ContentId", kind.content().map(Digest.Content::id).orElse(""))
        .set("DateCreated", application.created())
        .set("IsExpired", application.expired())
        .set("IsHidden", false)
        .set("IsLatest", latest)
        .set("LocalizedDisplayName", kind.title())
        .set("LocalizedDescription", kind.description())
        .set("ExecutionContext", 0)
        .set("PriorityInLatestApp", 1)
        .set("Technology", kind.technology())
        .done();
  }

  /**
   * First revision with the deployment type in this version. A deployment type that did not change
   * is one row, with the date of that revision.
   */
  private static Application.Revision firstWith(Application application, Digest.Kind kind) {
    return application.revisions().stream()
        .filter(revision ->
            revision.digest().kinds().stream()
                .anyMatch(other ->
                    other.logicalName().equals(kind.logicalName())
                        && other.version() == kind.version()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a deployment type of no revision"));
  }
}

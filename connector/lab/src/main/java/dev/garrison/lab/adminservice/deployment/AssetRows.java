package dev.garrison.lab.adminservice.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.application.Application;
import dev.garrison.lab.adminservice.digest.Digest;
import dev.garrison.lab.adminservice.provider.FixedRows;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.schema.Provenance;
import dev.garrison.lab.device.Device;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rows of the console's deployment status: summaries, and one row per device. */
final class AssetRows {
  private static final Provenance SDK =
      Provenance.documented("MicrosoftDocs/SCCMdocs, sccm/develop/reference/apps");
  private static final int ERROR = 5;
  private static final int REQUIREMENTS = 3;
  private final Deployments deployments;
  private final Optional<GeneratedAssets> generated;

  /**
   * @param generated rows of a generated deployment, in addition to those of real ones
   */
  AssetRows(Deployments deployments, Optional<GeneratedAssets> generated) {
    this.deployments = deployments;
    this.generated = generated;
  }

  List<ProviderClass> classes(Stream.Builder<ProviderClass> more) {
    more.add(
        serve(
            "SMS_AppDeploymentErrorAssetDetails",
            GeneratedAssets::errors,
            run -> run.statusType() == ERROR,
            AssetRows::error));
    more.add(
        serve(
            "SMS_AppDeploymentRequirementsNotMetAssetDetails",
            GeneratedAssets::requirements,
            run -> run.statusType() == REQUIREMENTS,
            AssetRows::requirement));
    more.add(new FixedRows("SMS_DeploymentSummary", SDK, this::summaries));
    return more.build().toList();
  }

  private static void error(Rows row, Run run) {
    row.set("ErrorCode", run.errorCode());
  }

  private static void requirement(Rows row, Run run) {
    row.set("RequirementName", "Operating system")
        .set("UniqueRequirementName", "Operating system")
        .set("RuleID", run.state())
        .set("MachineOS", "");
  }

  /** Rows of all devices of all deployments, for SMS_AppDeploymentAssetDetails. */
  Stream<ObjectNode> all() {
    return rows(
        GeneratedAssets::rows,
        run -> true,
        (row, run) -> row.set("InstalledState", run.statusType() == 1 ? 1 : 2));
  }

  private ProviderClass serve(
      String name,
      Function<GeneratedAssets, Stream<ObjectNode>> others,
      Predicate<Run> which,
      BiConsumer<Rows, Run> more) {
    return new FixedRows(name, SDK, () -> rows(others, which, more));
  }

  private Stream<ObjectNode> rows(
      Function<GeneratedAssets, Stream<ObjectNode>> others,
      Predicate<Run> which,
      BiConsumer<Rows, Run> more) {
    List<ObjectNode> own =
        deployments.assignments().all().stream()
            .flatMap(assignment -> rows(assignment, which, more))
            .toList();
    return Stream.concat(generated.stream().flatMap(others), own.stream());
  }

  private Stream<ObjectNode> rows(
      Assignment assignment, Predicate<Run> which, BiConsumer<Rows, Run> more) {
    return deployments.runs().of(assignment.id()).entrySet().stream()
        .filter(entry -> which.test(entry.getValue()))
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> {
          Rows row =
              row(assignment, deployments.world().fleet().at(entry.getKey()), entry.getValue());
          more.accept(row, entry.getValue());
          return row.done();
        });
  }

  private Rows row(Assignment assignment, Device device, Run run) {
    Optional<Application> application =
        deployments.world().applications().find(assignment.modelName());
    Optional<Application.Revision> revision = application.map(Application::latest);
    Optional<Digest.Kind> kind =
        revision.flatMap(latest -> latest.digest().kinds().stream().findFirst());
    long kindId =
        revision
            .flatMap(
                latest -> kind.map(found -> latest.kindIds().getOrDefault(found.logicalName(), 0L)))
            .orElse(0L);
    return Rows.row()
        .set("AssignmentID", assignment.id())
        .set("AssignmentUniqueID", assignment.uniqueId())
        .set("AppCI", revision.map(Application.Revision::ciId).orElse(0L))
        .set("AppName", application.map(Application::title).orElse(""))
        .set("AppStatusType", run.statusType())
        .set("StatusType", run.statusType())
        .set("EnforcementState", run.state())
        .set("CollectionID", assignment.collectionId())
        .set(
            "CollectionName",
            deployments.world().collections().nameOf(assignment.collectionId()).orElse(""))
        .set("ComplianceState", run.statusType() == 1 ? 1 : 2)
        .set("DeploymentIntent", 1)
        .set("DTCI", kindId)
        .set("DTModelID", application.map(found -> found.modelId() + 1).orElse(0L))
        .set("DTName", kind.map(Digest.Kind::title).orElse(""))
        .set("MachineID", device.resourceId())
        .set("MachineName", device.name())
        .set("PolicyModelID", application.map(Application::modelId).orElse(0L))
        .set("Revision", revision.map(latest -> latest.digest().version()).orElse(0))
        .set("StartTime", run.since())
        .set("Technology", kind.map(Digest.Kind::technology).orElse(""))
        .set("UserName", "");
  }

  private Stream<ObjectNode> summaries() {
    return deployments.assignments().all().stream()
        .flatMap(assignment ->
            deployments.summaries().of(assignment.id()).stream()
                .map(summary -> summary(assignment, summary)))
        .toList()
        .stream();
  }

  private ObjectNode summary(Assignment assignment, Summaries.Summary summary) {
    Optional<Application> application =
        deployments.world().applications().find(assignment.modelName());
    String name = application.map(Application::title).orElse("");
    return Rows.row()
        .set("DeploymentID", assignment.uniqueId())
        .set("AssignmentID", assignment.id())
        .set("ApplicationName", name)
        .set("SoftwareName", name)
        .set("CI_ID", application.map(found -> found.latest().ciId()).orElse(0L))
        .set("CollectionID", assignment.collectionId())
        .set(
            "CollectionName",
            deployments.world().collections().nameOf(assignment.collectionId()).orElse(""))
        .set("CreationTime", assignment.created())
        .set("ModificationTime", assignment.created())
        .set("DeploymentTime", assignment.start())
        .setTime("EnforcementDeadline", assignment.deadline())
        .set("DeploymentIntent", 1)
        .set("DesiredConfigType", assignment.uninstalls() ? 2 : 1)
        .set("FeatureType", 1)
        .set("ModelName", assignment.modelName())
        .set("ObjectTypeID", 200)
        .set("NumberTargeted", summary.targeted())
        .set("NumberSuccess", summary.of(1))
        .set("NumberInProgress", summary.of(2))
        .set("NumberOther", summary.of(REQUIREMENTS))
        .set("NumberUnknown", summary.of(4))
        .set("NumberErrors", summary.of(ERROR))
        .set("SummarizationTime", summary.when())
        .done();
  }
}

package dev.garrison.lab.adminservice.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.application.Application;
import dev.garrison.lab.adminservice.provider.Dump;
import dev.garrison.lab.adminservice.provider.FixedRows;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Provider classes for deployments and client operations. */
public final class DeploymentClasses {
  private final Deployments deployments;

  /** Creates the classes for a site's deployments. */
  public DeploymentClasses(Deployments deployments) {
    this.deployments = deployments;
  }

  /**
   * The classes to serve.
   *
   * @param generated rows of a generated deployment, in addition to those of real ones
   * @param otherOperations the status of client operations that are not notifications
   */
  public List<ProviderClass> all(
      Optional<GeneratedAssets> generated, Supplier<Stream<ObjectNode>> otherOperations) {
    AssetRows rows = new AssetRows(deployments, generated);
    Stream.Builder<ProviderClass> classes = Stream.builder();
    classes.add(new AssignmentClass(deployments.world(), deployments.assignments(), deployments));
    ClientOperations operations = new ClientOperations(deployments);
    classes.add(operations);
    classes.add(
        new FixedRows(
            "SMS_ClientOperationStatus",
            Provenance.documented(
                "MicrosoftDocs/SCCMdocs, SMS_ClientOperationStatus server WMI class"),
            () -> Stream.concat(operations.status(), otherOperations.get())));
    classes.add(
        new FixedRows(
            "SMS_AppDeploymentAssetDetails",
            Provenance.documented(
                "MicrosoftDocs/SCCMdocs, SMS_AppDeploymentAssetDetails server WMI class"),
            rows::all));
    return rows.classes(classes);
  }

  /** Adds the deployments to the dump as they were requested, without their times. */
  public void dump(Dump dump) {
    for (Assignment assignment : deployments.assignments().all()) {
      Map<String, Object> settings = new TreeMap<>();
      assignment
          .settings()
          .properties()
          .forEach(entry -> {
            if (!isReference(entry.getKey())) {
              settings.put(entry.getKey(), entry.getValue());
            }
          });
      dump.add(
          "deployments",
          Map.of(
              "name", assignment.name(),
              "application",
                  deployments
                      .world()
                      .applications()
                      .find(assignment.modelName())
                      .map(Application::title)
                      .orElse(""),
              "collection",
                  deployments.world().collections().nameOf(assignment.collectionId()).orElse(""),
              "enabled", assignment.enabled(),
              "settings", settings));
    }
  }

  private static boolean isReference(String property) {
    return switch (property) {
      case "AssignedCIs",
          "AssignmentID",
          "AppModelID",
          "TargetCollectionID",
          "Enabled",
          "StartTime",
          "EnforcementDeadline" ->
          true;
      default -> false;
    };
  }
}

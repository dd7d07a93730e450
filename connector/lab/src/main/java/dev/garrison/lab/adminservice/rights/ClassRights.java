package dev.garrison.lab.adminservice.rights;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.lab.adminservice.console.Folders;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rights that the uses of one class need.
 *
 * @param kind the kind of object that the right is on, from the object or the parameters
 * @param rights the right that each use needs; a use without an entry needs none
 */
record ClassRights(Function<JsonNode, Optional<Secured>> kind, Map<Use, Right> rights) {
  private static final Map<Use, Right> OBJECTS =
      Map.of(
          Use.READ, Right.READ,
          Use.CREATE, Right.CREATE,
          Use.CHANGE, Right.MODIFY,
          Use.DELETE, Right.DELETE,
          Use.CALL, Right.MODIFY);

  private static final ClassRights NONE = new ClassRights(_ -> Optional.empty(), Map.of());

  private static final Map<String, ClassRights> ALL =
      Map.ofEntries(
          Map.entry("SMS_Site", on(Secured.SITE, Map.of(Use.READ, Right.READ))),
          Map.entry("SMS_SUPSyncStatus", on(Secured.SITE, Map.of(Use.READ, Right.READ))),
          Map.entry("SMS_SoftwareUpdate", read(Secured.SOFTWARE_UPDATE)),
          Map.entry("SMS_UpdateCategoryInstance", read(Secured.SOFTWARE_UPDATE)),
          Map.entry("SMS_UpdateComplianceStatus", read(Secured.SOFTWARE_UPDATE)),
          Map.entry("SMS_UpdatesAssignment", read(Secured.SOFTWARE_UPDATE)),
          Map.entry("SMS_AutoDeployment", read(Secured.SOFTWARE_UPDATE)),
          Map.entry("SMS_AuthorizationList", read(Secured.UPDATE_GROUP)),
          Map.entry("SMS_UpdateGroupAssignment", read(Secured.UPDATE_GROUP)),
          Map.entry("SMS_Collection", on(Secured.COLLECTION, OBJECTS)),
          Map.entry(
              "SMS_CollectionSettings",
              on(Secured.COLLECTION, Map.of(Use.READ, Right.READ, Use.CHANGE, Right.MODIFY))),
          Map.entry(
              "SMS_MachineSettings",
              on(
                  Secured.COLLECTION,
                  Map.of(Use.READ, Right.READ_RESOURCE, Use.CHANGE, Right.MODIFY_RESOURCE))),
          Map.entry("SMS_FullCollectionMembership", resources()),
          Map.entry("SMS_R_System", resources()),
          Map.entry("SMS_CombinedDeviceResources", resources()),
          Map.entry("SMS_G_System_LOGICAL_DISK", resources()),
          Map.entry("SMS_G_System_QUICK_FIX_ENGINEERING", resources()),
          Map.entry("SMS_G_System_SERVICE", resources()),
          Map.entry("SMS_G_System_OPERATING_SYSTEM", resources()),
          Map.entry("SMS_G_System_AdvancedThreatProtectionHealthStatus", resources()),
          Map.entry("SMS_Application", on(Secured.APPLICATION, OBJECTS)),
          Map.entry("SMS_ApplicationLatest", on(Secured.APPLICATION, OBJECTS)),
          Map.entry("SMS_DeploymentType", on(Secured.APPLICATION, Map.of(Use.READ, Right.READ))),
          Map.entry(
              "SMS_DistributionPointGroup",
              on(
                  Secured.POINT_GROUP,
                  Map.of(Use.READ, Right.READ, Use.CALL, Right.COPY_TO_DISTRIBUTION_POINT))),
          Map.entry(
              "SMS_ContentPackage",
              on(Secured.POINT_GROUP, Map.of(Use.CALL, Right.COPY_TO_DISTRIBUTION_POINT))),
          Map.entry(
              "SMS_ApplicationAssignment",
              on(
                  Secured.COLLECTION,
                  Map.of(
                      Use.CREATE, Right.DEPLOY_APPLICATIONS,
                      Use.CHANGE, Right.DEPLOY_APPLICATIONS,
                      Use.DELETE, Right.DEPLOY_APPLICATIONS))),
          Map.entry(
              "SMS_ClientOperation",
              on(Secured.COLLECTION, Map.of(Use.CALL, Right.MODIFY_RESOURCE))),
          // What a call of SMS_Scripts takes depends on the method.
          Map.entry(
              "SMS_Scripts",
              on(Secured.SCRIPT, Map.of(Use.READ, Right.READ, Use.DELETE, Right.DELETE))),
          Map.entry("SMS_ScriptsExecutionStatus", read(Secured.SCRIPT)),
          Map.entry("SMS_ScriptsExecutionSummary", read(Secured.SCRIPT)),
          Map.entry("SMS_ScriptsExecutionTask", read(Secured.SCRIPT)),
          Map.entry(
              "SMS_ClientSettingsAssignment",
              on(
                  Secured.COLLECTION,
                  Map.of(
                      Use.CREATE, Right.DEPLOY_CLIENT_SETTINGS,
                      Use.DELETE, Right.DEPLOY_CLIENT_SETTINGS))),
          Map.entry(
              "SMS_ConfigurationPolicyAssignment",
              on(
                  Secured.COLLECTION,
                  Map.of(
                      Use.CREATE, Right.DEPLOY_CONFIGURATION_ITEMS,
                      Use.DELETE, Right.DEPLOY_CONFIGURATION_ITEMS))),
          Map.entry(
              "SMS_ObjectContainerNode",
              new ClassRights(
                  ClassRights::inFolder,
                  Map.of(Use.CREATE, Right.MANAGE_FOLDER, Use.DELETE, Right.MANAGE_FOLDER))),
          Map.entry(
              "SMS_ObjectContainerItem",
              new ClassRights(ClassRights::inFolder, Map.of(Use.CALL, Right.MANAGE_FOLDER_ITEM))),
          Map.entry(
              "SMS_SecuredCategoryMembership",
              on(Secured.APPLICATION, Map.of(Use.CALL, Right.SET_SECURITY_SCOPE))));

  static ClassRights of(String className) {
    return ALL.getOrDefault(className, NONE);
  }

  private static ClassRights on(Secured kind, Map<Use, Right> rights) {
    return new ClassRights(_ -> Optional.of(kind), rights);
  }

  private static ClassRights read(Secured kind) {
    return on(kind, Map.of(Use.READ, Right.READ));
  }

  private static ClassRights resources() {
    return on(Secured.COLLECTION, Map.of(Use.READ, Right.READ_RESOURCE));
  }

  /** Kind of the objects in a folder, from their ObjectType. */
  private static Optional<Secured> inFolder(JsonNode row) {
    return switch (row.path("ObjectType").asInt()) {
      case Folders.APPLICATIONS -> Optional.of(Secured.APPLICATION);
      case Folders.DEVICE_COLLECTIONS -> Optional.of(Secured.COLLECTION);
      default -> Optional.empty();
    };
  }
}

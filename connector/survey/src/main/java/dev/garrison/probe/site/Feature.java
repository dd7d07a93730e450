package dev.garrison.probe.site;

import static dev.garrison.probe.site.Permission.COPY;
import static dev.garrison.probe.site.Permission.CREATE;
import static dev.garrison.probe.site.Permission.DELETE;
import static dev.garrison.probe.site.Permission.DEPLOY_APPLICATIONS;
import static dev.garrison.probe.site.Permission.DEPLOY_CLIENT_SETTINGS;
import static dev.garrison.probe.site.Permission.DEPLOY_CONFIGURATION_ITEMS;
import static dev.garrison.probe.site.Permission.MANAGE_FOLDER;
import static dev.garrison.probe.site.Permission.MANAGE_FOLDER_ITEM;
import static dev.garrison.probe.site.Permission.MODIFY;
import static dev.garrison.probe.site.Permission.READ;
import static dev.garrison.probe.site.Permission.READ_RESOURCE;
import static dev.garrison.probe.site.Permission.SET_SECURITY_SCOPE;
import static dev.garrison.probe.site.Secured.APPLICATION;
import static dev.garrison.probe.site.Secured.CLIENT_SETTING;
import static dev.garrison.probe.site.Secured.COLLECTION;
import static dev.garrison.probe.site.Secured.POINT;
import static dev.garrison.probe.site.Secured.POINT_GROUP;
import static dev.garrison.probe.site.Secured.SCRIPT;
import static dev.garrison.probe.site.Secured.SITE;
import static dev.garrison.probe.site.Secured.SOFTWARE_UPDATE;
import static dev.garrison.probe.site.Secured.UPDATE_GROUP;

import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.RolloutSection;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.application.ApplicationResource;
import dev.garrison.mecm.clientsetting.AgentSettingResource;
import dev.garrison.mecm.clientsetting.EndpointProtectionSettingResource;
import dev.garrison.mecm.clientsetting.SettingAssignmentResource;
import dev.garrison.mecm.collection.DeviceCollectionResource;
import dev.garrison.mecm.deployment.ApplicationDeploymentResource;
import dev.garrison.mecm.distribution.ContentDistributionResource;
import dev.garrison.mecm.onboardingpolicy.OnboardingPolicyResource;
import dev.garrison.mecm.onboardingpolicy.PolicyDeploymentResource;
import dev.garrison.mecm.placement.ConsoleFolderResource;
import dev.garrison.mecm.placement.FolderPlacementResource;
import dev.garrison.mecm.placement.ScopeMembershipResource;
import dev.garrison.mecm.refresh.EvaluationResource;
import dev.garrison.mecm.refresh.PolicyPushResource;
import dev.garrison.mecm.script.RunScripts;
import dev.garrison.mecm.script.ScriptTargets;
import dev.garrison.survey.Surveyor;
import dev.garrison.survey.fleet.FleetReader;
import dev.garrison.survey.fleet.ReadinessReader;
import dev.garrison.survey.live.LiveSurvey;
import dev.garrison.survey.offboarding.LeavingReader;
import dev.garrison.survey.point.PointSurveyor;
import java.util.List;
import java.util.function.Predicate;

/**
 * Function of Garrison with its required rights and its assumptions about the site's metadata. The
 * rights are those of docs/reference/rights.md.
 *
 * @param word its name for users
 * @param used whether a manifest uses it
 */
record Feature(String word, Assumption assumption, Predicate<Manifest> used, List<Right> rights) {
  private static final List<Feature> ALL =
      List.of(
          new Feature(
              "the survey",
              Surveyor.assumption(),
              _ -> true,
              List.of(
                  now(SITE, READ),
                  now(COLLECTION, READ),
                  now(APPLICATION, READ),
                  now(POINT_GROUP, READ),
                  now(CLIENT_SETTING, READ))),
          new Feature(
              "the status of servers",
              FleetReader.assumption().and(LiveSurvey.assumption()),
              _ -> true,
              List.of(now(COLLECTION, READ), now(COLLECTION, READ_RESOURCE))),
          new Feature(
              "tests of servers by scripts",
              RunScripts.assumption().and(ScriptTargets.assumption()),
              _ -> true,
              List.of(
                  now(COLLECTION, READ),
                  now(COLLECTION, READ_RESOURCE),
                  // Which bit Run Script has is not documented, so it is not among these.
                  later(
                      SCRIPT,
                      READ,
                      "tests of servers, as is Run Script on Collection, which cannot be looked for"),
                  later(SCRIPT, CREATE, "making the scripts of tests"))),
          new Feature(
              "the prerequisites of servers",
              ReadinessReader.assumption(),
              _ -> true,
              List.of(now(COLLECTION, READ), now(COLLECTION, READ_RESOURCE))),
          new Feature(
              "device collections",
              DeviceCollectionResource.assumption(),
              _ -> true,
              List.of(
                  now(COLLECTION, READ),
                  now(COLLECTION, READ_RESOURCE),
                  now(COLLECTION, CREATE),
                  now(COLLECTION, MODIFY),
                  later(COLLECTION, DELETE, "--prune, undo and replaced names"))),
          new Feature(
              "applications",
              ApplicationResource.assumption(),
              Feature::deploysApplications,
              List.of(
                  now(APPLICATION, READ),
                  now(APPLICATION, CREATE),
                  now(APPLICATION, MODIFY),
                  later(APPLICATION, DELETE, "--prune, undo and replaced names"))),
          new Feature(
              "distribution",
              ContentDistributionResource.assumption(),
              Feature::deploysApplications,
              List.of(
                  now(POINT_GROUP, READ),
                  now(POINT_GROUP, COPY),
                  now(POINT, READ),
                  now(POINT, COPY))),
          new Feature(
              "deployments",
              ApplicationDeploymentResource.assumption(),
              Feature::deploysApplications,
              List.of(now(COLLECTION, DEPLOY_APPLICATIONS))),
          new Feature(
              "offboarding",
              LeavingReader.assumption()
                  .and(EvaluationResource.assumption())
                  .and(PolicyPushResource.assumption()),
              manifest -> !manifest.offboard().isEmpty(),
              List.of(now(COLLECTION, READ_RESOURCE), now(COLLECTION, MODIFY))),
          new Feature(
              "consoleFolder",
              ConsoleFolderResource.assumption().and(FolderPlacementResource.assumption()),
              manifest -> manifest.consoleFolder().isPresent(),
              List.of(
                  now(APPLICATION, MANAGE_FOLDER_ITEM),
                  now(COLLECTION, MANAGE_FOLDER_ITEM),
                  later(APPLICATION, MANAGE_FOLDER, "making the folder when it is missing"),
                  later(COLLECTION, MANAGE_FOLDER, "making the folder when it is missing"))),
          new Feature(
              "securityScopes",
              ScopeMembershipResource.assumption(),
              manifest -> !manifest.securityScopes().isEmpty(),
              List.of(now(APPLICATION, SET_SECURITY_SCOPE))),
          new Feature(
              "looking for client settings that install SCEP",
              EndpointProtectionSettingResource.assumption(),
              manifest ->
                  byApplication(manifest)
                      && !manifest.operatingSystems().stream()
                          .allMatch(OperatingSystem::hasAntivirus),
              List.of(now(CLIENT_SETTING, READ))),
          new Feature(
              "the client-setting route",
              AgentSettingResource.assumption()
                  .and(SettingAssignmentResource.assumption())
                  .and(OnboardingPolicyResource.assumption())
                  .and(PolicyDeploymentResource.assumption()),
              manifest -> !byApplication(manifest),
              List.of(
                  now(CLIENT_SETTING, READ),
                  now(COLLECTION, DEPLOY_CLIENT_SETTINGS),
                  now(COLLECTION, DEPLOY_CONFIGURATION_ITEMS))),
          new Feature(
              "the rings of a software update point",
              PointSurveyor.assumption(),
              manifest ->
                  manifest
                      .wsus()
                      .sensorUpdate()
                      .filter(SensorUpdateSection::isServedBySite)
                      .isPresent(),
              List.of(
                  now(SOFTWARE_UPDATE, READ),
                  now(UPDATE_GROUP, READ),
                  now(COLLECTION, READ),
                  now(COLLECTION, READ_RESOURCE))));

  Feature {
    rights = List.copyOf(rights);
  }

  /**
   * Right that a function requires.
   *
   * @param later the purpose for which it is needed where plan and apply work without it; else
   *     empty
   */
  record Right(Secured on, Permission permission, String later) {}

  /**
   * Checks whether applications are deployed: also on the other route, for passive antivirus mode.
   */
  private static boolean deploysApplications(Manifest manifest) {
    return byApplication(manifest)
        || manifest.rings().stream().anyMatch(ring -> ring.antivirus() == Antivirus.PASSIVE);
  }

  private static boolean byApplication(Manifest manifest) {
    return manifest.rollout().method() != RolloutSection.Method.CLIENT_SETTING;
  }

  private static Right now(Secured on, Permission permission) {
    return new Right(on, permission, "");
  }

  private static Right later(Secured on, Permission permission, String purpose) {
    return new Right(on, permission, purpose);
  }

  /** All functions of this version. */
  static List<Feature> all() {
    return ALL;
  }

  /** Functions that a manifest uses. */
  static List<Feature> of(Manifest manifest) {
    return ALL.stream().filter(feature -> feature.used.test(manifest)).toList();
  }
}

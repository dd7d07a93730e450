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

import dev.garrison.language.Text;
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
 * @param key of its name
 * @param used whether a manifest uses it
 */
record Feature(String key, Assumption assumption, Predicate<Manifest> used, List<Right> rights) {
  private static final List<Feature> ALL =
      List.of(
          new Feature(
              "probe-feature.survey",
              Surveyor.assumption(),
              _ -> true,
              List.of(
                  now(SITE, READ),
                  now(COLLECTION, READ),
                  now(APPLICATION, READ),
                  now(POINT_GROUP, READ),
                  now(CLIENT_SETTING, READ))),
          new Feature(
              "probe-feature.status",
              FleetReader.assumption().and(LiveSurvey.assumption()),
              _ -> true,
              List.of(now(COLLECTION, READ), now(COLLECTION, READ_RESOURCE))),
          new Feature(
              "probe-feature.tests",
              RunScripts.assumption().and(ScriptTargets.assumption()),
              _ -> true,
              List.of(
                  now(COLLECTION, READ),
                  now(COLLECTION, READ_RESOURCE),
                  // Which bit Run Script has is not documented, so it is not among these.
                  later(SCRIPT, READ, "probe-later.read-scripts"),
                  later(SCRIPT, CREATE, "probe-later.create-scripts"))),
          new Feature(
              "probe-feature.prerequisites",
              ReadinessReader.assumption(),
              _ -> true,
              List.of(now(COLLECTION, READ), now(COLLECTION, READ_RESOURCE))),
          new Feature(
              "probe-feature.collections",
              DeviceCollectionResource.assumption(),
              _ -> true,
              List.of(
                  now(COLLECTION, READ),
                  now(COLLECTION, READ_RESOURCE),
                  now(COLLECTION, CREATE),
                  now(COLLECTION, MODIFY),
                  later(COLLECTION, DELETE, "probe-later.delete"))),
          new Feature(
              "probe-feature.applications",
              ApplicationResource.assumption(),
              Feature::deploysApplications,
              List.of(
                  now(APPLICATION, READ),
                  now(APPLICATION, CREATE),
                  now(APPLICATION, MODIFY),
                  later(APPLICATION, DELETE, "probe-later.delete"))),
          new Feature(
              "probe-feature.distribution",
              ContentDistributionResource.assumption(),
              Feature::deploysApplications,
              List.of(
                  now(POINT_GROUP, READ),
                  now(POINT_GROUP, COPY),
                  now(POINT, READ),
                  now(POINT, COPY))),
          new Feature(
              "probe-feature.deployments",
              ApplicationDeploymentResource.assumption(),
              Feature::deploysApplications,
              List.of(now(COLLECTION, DEPLOY_APPLICATIONS))),
          new Feature(
              "probe-feature.offboarding",
              LeavingReader.assumption()
                  .and(EvaluationResource.assumption())
                  .and(PolicyPushResource.assumption()),
              manifest -> !manifest.offboard().isEmpty(),
              List.of(now(COLLECTION, READ_RESOURCE), now(COLLECTION, MODIFY))),
          new Feature(
              "probe-feature.console-folder",
              ConsoleFolderResource.assumption().and(FolderPlacementResource.assumption()),
              manifest -> manifest.consoleFolder().isPresent(),
              List.of(
                  now(APPLICATION, MANAGE_FOLDER_ITEM),
                  now(COLLECTION, MANAGE_FOLDER_ITEM),
                  later(APPLICATION, MANAGE_FOLDER, "probe-later.create-folder"),
                  later(COLLECTION, MANAGE_FOLDER, "probe-later.create-folder"))),
          new Feature(
              "probe-feature.security-scopes",
              ScopeMembershipResource.assumption(),
              manifest -> !manifest.securityScopes().isEmpty(),
              List.of(now(APPLICATION, SET_SECURITY_SCOPE))),
          new Feature(
              "probe-feature.scep",
              EndpointProtectionSettingResource.assumption(),
              manifest ->
                  byApplication(manifest)
                      && !manifest.operatingSystems().stream()
                          .allMatch(OperatingSystem::hasAntivirus),
              List.of(now(CLIENT_SETTING, READ))),
          new Feature(
              "probe-feature.client-setting",
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
              "probe-feature.update-point",
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
   * @param later the key of the purpose for which it is needed where plan and apply work without
   *     it; else empty
   */
  record Right(Secured on, Permission permission, String later) {}

  /** Name for users. */
  Text name() {
    return Text.of(key);
  }

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

package dev.garrison.wiring;

import dev.garrison.content.staged.Sources;
import dev.garrison.content.staged.StagedContentResource;
import dev.garrison.content.version.VersionProof;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.json.Json;
import dev.garrison.manifest.Manifest;
import dev.garrison.mecm.adminservice.HttpAdminService;
import dev.garrison.mecm.application.ApplicationResource;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.clientoperation.DeploymentNotice;
import dev.garrison.mecm.clientsetting.AgentSettingResource;
import dev.garrison.mecm.clientsetting.EndpointProtectionSettingResource;
import dev.garrison.mecm.clientsetting.SettingAssignmentResource;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.collection.DeviceCollectionResource;
import dev.garrison.mecm.deployment.ApplicationDeploymentResource;
import dev.garrison.mecm.deployment.StatusFiles;
import dev.garrison.mecm.distribution.ContentDistributionResource;
import dev.garrison.mecm.onboardingpolicy.OnboardingPolicyResource;
import dev.garrison.mecm.onboardingpolicy.PolicyDeploymentResource;
import dev.garrison.mecm.placement.ConsoleFolderResource;
import dev.garrison.mecm.placement.FolderPlacementResource;
import dev.garrison.mecm.placement.ScopeMembershipResource;
import dev.garrison.mecm.refresh.EvaluationResource;
import dev.garrison.mecm.refresh.PolicyPushResource;
import dev.garrison.payload.PackageReader;
import dev.garrison.session.Operator;
import dev.garrison.share.ContentShare;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.StateFolder;
import dev.garrison.survey.ContentFamily;
import dev.garrison.survey.VersionUses;
import java.time.Clock;
import java.util.List;

/** Kinds of objects on a site; a kind follows the kinds that it refers to. */
record SiteTypes(Json json, Operator operator, Clock clock) {
  List<ResourceType<?>> types(
      Manifest manifest,
      HttpAdminService service,
      ContentShare share,
      LateIdentity identity,
      StateFolder state) {
    Mark mark = new Mark(manifest.name());
    VersionUses uses = uses(manifest, service);
    VersionProof proof = new VersionProof(share, json);
    DeploymentNotice notice =
        new DeploymentNotice(
            service,
            json,
            manifest
                .rollout()
                .notifyClients()
                .map(told -> new DeploymentNotice.Spread(told.minutes(), told.maxDevices())));
    PackageReader packages = PackageKinds.reader(manifest);
    Sources sources = new Sources(() -> packages.read(manifest, clock.instant()).all());
    return List.of(
        new StagedContentResource(
            new StagedContentResource.Shelf(share, uses::of, proof),
            json,
            mark,
            sources,
            operator.toString()),
        new ApplicationResource(
            service,
            json,
            mark,
            identity::scopeId,
            location -> ContentFamily.version(location).ifPresent(proof::require)),
        new DeviceCollectionResource(service, json, mark),
        new EvaluationResource(service, json, DeviceCollection.KIND),
        new PolicyPushResource(service, json, DeviceCollection.KIND),
        new ConsoleFolderResource(service, json),
        new FolderPlacementResource(service, json),
        new ScopeMembershipResource(service, json),
        new EndpointProtectionSettingResource(service),
        new AgentSettingResource(service, manifest.rollout().defenderAgent()),
        new SettingAssignmentResource(service, json, DeviceCollection.KIND),
        new OnboardingPolicyResource(
            service,
            manifest.tenant().orgId(),
            manifest.sampleSharing() == Manifest.SampleSharing.ALL),
        new PolicyDeploymentResource(service, json, mark, DeviceCollection.KIND, notice),
        new ContentDistributionResource(
            service,
            json,
            mark,
            new ContentDistributionResource.Rules(
                manifest.distribution().threshold(), Application.KIND),
            modelName -> uses.pointedToBy(modelName).forEach(proof::require)),
        new ApplicationDeploymentResource(
            service,
            json,
            mark,
            DeviceCollection.KIND,
            new StatusFiles(json, state, manifest.site().code(), clock),
            notice,
            new JournalFolder(json, state, manifest.site().code())::madeAgain));
  }

  static VersionUses uses(Manifest manifest, HttpAdminService service) {
    return new VersionUses(service, new Mark(manifest.name()));
  }
}

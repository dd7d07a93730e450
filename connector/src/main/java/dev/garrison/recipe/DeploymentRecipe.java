package dev.garrison.recipe;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.value.OperatingSystem;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.clientsetting.EndpointProtectionSetting;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.distribution.ContentDistribution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Distribution before deployment, so that no client is told to install what it cannot download
 * (F17).
 */
final class DeploymentRecipe {
  private final Manifest manifest;
  private final Mark mark;
  private final RingSchedule schedule;
  private final ApplicationRecipe applications;

  DeploymentRecipe(
      Manifest manifest, Mark mark, RingSchedule schedule, ApplicationRecipe applications) {
    this.manifest = manifest;
    this.mark = mark;
    this.schedule = schedule;
    this.applications = applications;
  }

  List<Wanted<?>> wanted() {
    List<Wanted<?>> wanted = new ArrayList<>();
    manifest.operatingSystems().forEach(system -> wanted.add(distribution(system)));
    manifest.operatingSystems().forEach(system -> wanted.add(deployment(system)));
    return wanted;
  }

  private Wanted<ContentDistribution> distribution(OperatingSystem system) {
    Application application = applications.application(system);
    return new Wanted<>(
        ContentDistribution.address(application.title()),
        new Desired.Present<>(
            ContentDistribution.to(
                applications.modelName(application), manifest.distributionGroups(schedule.ring()))),
        Set.of(Application.address(application.title())));
  }

  private Wanted<ApplicationDeployment> deployment(OperatingSystem system) {
    Application application = applications.application(system);
    Ring ring = schedule.ring();
    ApplicationDeployment state =
        ApplicationDeployment.requiredInstall(
            manifest.naming().deploymentFor(manifest.name(), system, ring.name()),
            mark.after("Ring " + ring.name() + "."),
            applications.modelName(application),
            manifest.naming().collectionFor(manifest.name(), system, ring.name()),
            schedule.schedule());
    Set<Address> after = new HashSet<>();
    after.add(ContentDistribution.address(application.title()));
    if (system == OperatingSystem.WINDOWS_SERVER_2012_R2) {
      after.add(EndpointProtectionSetting.address());
    }
    return new Wanted<>(
        ApplicationDeployment.address(state.name()), new Desired.Present<>(state), after);
  }
}

package dev.garrison.recipe;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.RingVariants;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.clientsetting.EndpointProtectionSetting;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.distribution.ContentDistribution;
import dev.garrison.recipe.application.AntivirusModeRecipe;
import dev.garrison.recipe.application.ApplicationRecipe;
import dev.garrison.recipe.application.SettingsRecipe;
import dev.garrison.recipe.ring.AntivirusModes;
import dev.garrison.recipe.ring.RingPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Distributes content before deploying it to the rings (F17). Otherwise a client would be
 * instructed to install content that it cannot download. Content goes to a ring's distribution
 * points when the ring opens.
 */
final class DeploymentRecipe {
  private final Manifest manifest;
  private final Mark mark;
  private final List<RingPlan> rings;
  private final ApplicationRecipe applications;
  private final AntivirusModeRecipe modes;
  private final SettingsRecipe settings;
  private final AntivirusModes names;

  DeploymentRecipe(
      Manifest manifest,
      Mark mark,
      List<RingPlan> rings,
      ApplicationRecipe applications,
      AntivirusModeRecipe modes,
      SettingsRecipe settings,
      AntivirusModes names) {
    this.manifest = manifest;
    this.mark = mark;
    this.rings = rings;
    this.applications = applications;
    this.modes = modes;
    this.settings = settings;
    this.names = names;
  }

  List<Wanted<?>> wanted() {
    List<Wanted<?>> wanted = new ArrayList<>(modes.distributions(rings));
    wanted.addAll(settings.distributions(rings));
    for (Ring first : new RingVariants(manifest.rings()).distinct()) {
      Set<String> groups = groups(first);
      if (!groups.isEmpty()) {
        manifest
            .operatingSystems()
            .forEach(system -> wanted.add(distribution(system, first, groups)));
      }
    }
    for (RingPlan ring : rings) {
      wanted.addAll(modes.deployments(ring));
      manifest.operatingSystems().forEach(system -> wanted.add(deployment(ring, system)));
      wanted.addAll(settings.deployments(ring));
    }
    return wanted;
  }

  /** Distribution point groups of the rings that share applications with this one. */
  private Set<String> groups(Ring first) {
    Set<String> groups = new TreeSet<>();
    rings.stream()
        .filter(plan -> plan.holdsContent() && plan.ring().treatsServersLike(first))
        .forEach(ring -> groups.addAll(manifest.distributionGroups(ring.ring())));
    return groups;
  }

  private Wanted<ContentDistribution> distribution(
      OperatingSystem system, Ring ring, Set<String> groups) {
    Application application = applications.application(system, ring);
    return new Wanted<>(
        ContentDistribution.address(application.title()),
        new Desired.Present<>(ContentDistribution.to(applications.modelName(application), groups)),
        Set.of(Application.address(application.title())));
  }

  private Wanted<ApplicationDeployment> deployment(RingPlan plan, OperatingSystem system) {
    Ring ring = plan.ring();
    Application application = applications.application(system, ring);
    ApplicationDeployment state =
        ApplicationDeployment.requiredInstall(
            manifest.naming().deploymentFor(manifest.name(), system, ring.name()),
            mark.after("Ring " + ring.name() + "."),
            applications.modelName(application),
            manifest.naming().collectionFor(manifest.name(), system, ring.name()),
            plan.schedule().schedule());
    if (plan.halted()) {
      // Nothing is waited for: the content, and a setting, matter to servers that install.
      return new Wanted<>(
          ApplicationDeployment.address(state.name()),
          new Desired.Present<>(state.disabled()),
          Set.of());
    }
    Set<Address> after = new HashSet<>();
    after.add(ContentDistribution.address(application.title()));
    names.deployments(ring).forEach(name -> after.add(ApplicationDeployment.address(name)));
    if (!system.hasAntivirus()) {
      after.add(EndpointProtectionSetting.address());
    }
    return new Wanted<>(
            ApplicationDeployment.address(state.name()),
            new Desired.Present<>(state),
            after,
            names.isThere(state.name()) ? Optional.empty() : plan.hold())
        .blockedBy(plan.blocked());
  }
}

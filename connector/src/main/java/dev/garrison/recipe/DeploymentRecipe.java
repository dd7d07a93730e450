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
import dev.garrison.recipe.application.ApplicationRecipe;
import dev.garrison.recipe.ring.RingPlan;
import dev.garrison.survey.ring.RingFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Distribution before deployment, so that no client is told to install what it cannot download
 * (F17). Content goes to a ring's distribution points when the ring opens.
 */
final class DeploymentRecipe {
  private final Manifest manifest;
  private final Mark mark;
  private final List<RingPlan> rings;
  private final ApplicationRecipe applications;
  private final RingFacts facts;

  DeploymentRecipe(
      Manifest manifest,
      Mark mark,
      List<RingPlan> rings,
      ApplicationRecipe applications,
      RingFacts facts) {
    this.manifest = manifest;
    this.mark = mark;
    this.rings = rings;
    this.applications = applications;
    this.facts = facts;
  }

  List<Wanted<?>> wanted() {
    List<Wanted<?>> wanted = new ArrayList<>();
    Set<String> groups = groups();
    if (!groups.isEmpty()) {
      manifest.operatingSystems().forEach(system -> wanted.add(distribution(system, groups)));
    }
    for (RingPlan ring : rings) {
      manifest.operatingSystems().forEach(system -> wanted.add(deployment(ring, system)));
    }
    return wanted;
  }

  /** A halted ring keeps what it has: its servers may still be at it. */
  private Set<String> groups() {
    Set<String> groups = new TreeSet<>();
    rings.stream()
        .filter(ring -> ring.verdict().deploys() || ring.halted())
        .forEach(ring -> groups.addAll(manifest.distributionGroups(ring.ring())));
    return groups;
  }

  private Wanted<ContentDistribution> distribution(OperatingSystem system, Set<String> groups) {
    Application application = applications.application(system);
    return new Wanted<>(
        ContentDistribution.address(application.title()),
        new Desired.Present<>(ContentDistribution.to(applications.modelName(application), groups)),
        Set.of(Application.address(application.title())));
  }

  private Wanted<ApplicationDeployment> deployment(RingPlan plan, OperatingSystem system) {
    Application application = applications.application(system);
    Ring ring = plan.ring();
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
    if (system == OperatingSystem.WINDOWS_SERVER_2012_R2) {
      after.add(EndpointProtectionSetting.address());
    }
    return new Wanted<>(
        ApplicationDeployment.address(state.name()),
        new Desired.Present<>(state),
        after,
        facts.deployment(state.name()).isPresent() ? Optional.empty() : plan.hold());
  }
}

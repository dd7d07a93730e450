package dev.garrison.recipe.application;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Identifiers;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.distribution.ContentDistribution;
import dev.garrison.recipe.ring.RingPlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Deploys an additional application to the servers of rings, apart from the onboarding one. Its
 * deployment opens, waits and is halted with its ring.
 */
record CompanionDeployment(Manifest manifest, Mark mark, Scope scope) {
  private static final int USUAL_MINUTES = 1;
  private static final int MOST_MINUTES = 15;

  /**
   * A deployment of a ring.
   *
   * @param description without the mark
   * @param isThere whether the site has it: an existing deployment is not held any more
   */
  record Name(String name, String description, boolean isThere) {}

  /**
   * Properties of one of these applications.
   *
   * @param identity distinguishes it from the manifest's other applications; never changed
   * @param description without the mark
   * @param command the script of its content, with its arguments
   * @param detection the clauses by which it counts as installed
   */
  record Part(
      String identity,
      String title,
      String description,
      String command,
      List<RegistryClause> detection) {}

  /** The application of a part. */
  Application application(Part part, ContentRecipe content, ContentRecipe.Version version) {
    Identifiers identifiers = scope.generations().of(manifest.name(), part.identity());
    return new Application(
        identifiers.application(),
        part.title(),
        mark.after(part.description()),
        "Microsoft",
        version.version(),
        new DeploymentType(
            identifiers.deploymentType(),
            part.title(),
            "",
            content.content(identifiers, version),
            new Program(
                "powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "
                    + part.command(),
                Program.Uninstall.none(),
                ExitCodes.ofOneStep(),
                Program.Experience.hidden(USUAL_MINUTES, MOST_MINUTES)),
            new TreeSet<>(),
            List.of(),
            part.detection()));
  }

  /** The wanted application, which comes after its content. */
  static Wanted<?> wanted(Application application, ContentRecipe.Version version) {
    return new Wanted<>(
        Application.address(application.title()),
        new Desired.Present<>(application),
        Set.of(version.address()));
  }

  /** Distribution of the content to the groups of those rings that hold content. */
  Optional<Wanted<?>> distribution(Application application, Stream<RingPlan> rings) {
    Set<String> groups = new TreeSet<>();
    rings
        .filter(RingPlan::holdsContent)
        .forEach(plan -> groups.addAll(manifest.distributionGroups(plan.ring())));
    return groups.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Wanted<>(
                ContentDistribution.address(application.title()),
                new Desired.Present<>(ContentDistribution.to(scope.modelName(application), groups)),
                Set.of(Application.address(application.title()))));
  }

  /** The deployment to the ring's servers of an operating system. */
  Wanted<ApplicationDeployment> deployment(
      Application application, Name name, OperatingSystem system, RingPlan plan) {
    Ring ring = plan.ring();
    ApplicationDeployment state =
        ApplicationDeployment.requiredInstall(
            name.name(),
            mark.after(name.description()),
            scope.modelName(application),
            manifest.naming().collectionFor(manifest.name(), system, ring.name()),
            plan.schedule().schedule());
    Address address = ApplicationDeployment.address(name.name());
    return plan.halted()
        ? new Wanted<>(address, new Desired.Present<>(state.disabled()))
        : new Wanted<>(
                address,
                new Desired.Present<>(state),
                Set.of(ContentDistribution.address(application.title())),
                name.isThere() ? Optional.empty() : plan.hold())
            .blockedBy(plan.blocked());
  }
}

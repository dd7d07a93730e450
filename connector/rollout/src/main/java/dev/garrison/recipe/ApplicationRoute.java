package dev.garrison.recipe;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.clientsetting.EndpointProtectionSetting;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.recipe.application.AntivirusModeRecipe;
import dev.garrison.recipe.application.ApplicationRecipe;
import dev.garrison.recipe.application.ContentRecipe;
import dev.garrison.recipe.application.RetentionRecipe;
import dev.garrison.recipe.application.Scope;
import dev.garrison.recipe.application.ServerRemarks;
import dev.garrison.recipe.application.SettingsRecipe;
import dev.garrison.recipe.clientsetting.ClientSettingRecipe;
import dev.garrison.recipe.clientsetting.PassiveAdmission;
import dev.garrison.recipe.offboarding.OffboardRecipe;
import dev.garrison.recipe.ring.OverdueEvaluations;
import dev.garrison.recipe.ring.RingMembers;
import dev.garrison.recipe.ring.RingPlan;
import dev.garrison.survey.InstallerChange;
import dev.garrison.survey.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects all wanted objects and remarks of the application route. */
record ApplicationRoute(Manifest manifest, Survey survey, RolloutState decided) {
  List<Wanted<?>> wanted() {
    Mark mark = new Mark(manifest.name());
    List<RingPlan> rings = decided.rings();
    OffboardRecipe leaving = decided.leaving();
    ContentRecipe content = new ContentRecipe(manifest, survey.packages());
    AntivirusModeRecipe modes = beside().modes();
    SettingsRecipe settings = beside().settings();
    ApplicationRecipe applications = applications();
    CollectionRecipe collections =
        new CollectionRecipe(
            manifest,
            mark,
            rings,
            leaving.collections(),
            new KeptOutServers(manifest, survey.rings()),
            decided.asOf());
    DeploymentRecipe deployments =
        new DeploymentRecipe(
            manifest, mark, rings, applications, modes, settings, beside().names());
    List<Wanted<?>> made = new ArrayList<>(modes.applications());
    made.addAll(settings.applications());
    made.addAll(applications.wanted());
    made.addAll(leaving.applications());
    List<Wanted<?>> wanted = new ArrayList<>(content.wanted());
    wanted.addAll(modes.content());
    wanted.addAll(settings.content());
    wanted.addAll(leaving.content());
    wanted.addAll(retention().wanted());
    wanted.addAll(made);
    List<Wanted<?>> pushes = leaving.collections().pushes();
    wanted.addAll(collections.wanted());
    wanted.addAll(pushes);
    wanted.addAll(
        new OverdueEvaluations(survey.rings(), decided.asOf()).of(collections.wanted(), pushes));
    wanted.addAll(new PlacementRecipe(manifest, survey).wanted(made, collections.wanted()));
    if (!manifest.operatingSystems().stream().allMatch(OperatingSystem::hasAntivirus)) {
      wanted.add(
          Wanted.present(
              EndpointProtectionSetting.address(), EndpointProtectionSetting.withoutScep()));
    }
    List<Wanted<?>> left = new ClientSettingRecipe(manifest, survey.rings()).left();
    wanted.addAll(left);
    wanted.addAll(new PassiveAdmission(manifest, survey.rings()).left());
    Set<Address> before = left.stream().map(Wanted::address).collect(Collectors.toSet());
    deployments.wanted().forEach(each -> wanted.add(each.afterAlso(before)));
    wanted.addAll(leaving.deployments());
    return wanted;
  }

  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    ServerRemarks servers = beside().remarks();
    RingMembers members = new RingMembers(manifest, survey.rings());
    manifest.rings().forEach(ring -> remarks.addAll(servers.forRing(ring, members.of(ring))));
    remarks.addAll(servers.forAll());
    return remarks;
  }

  /** Effect of an installer (md4ws.msi) that differs from the one in use. */
  InstallerChange installer() {
    return new InstallerChange(
        survey,
        applications().kept().stream()
            .map(RetentionRecipe.Kept::modelName)
            .collect(Collectors.toSet()));
  }

  /** The versions that stay on the share. */
  RetentionRecipe retention() {
    List<RetentionRecipe.Kept> kept = new ArrayList<>(applications().kept());
    kept.addAll(beside().modes().kept());
    kept.addAll(beside().settings().kept());
    kept.addAll(decided.leaving().kept());
    return new RetentionRecipe(survey.shelf(), manifest.content().keepVersions(), kept);
  }

  private ApplicationRecipe applications() {
    return new ApplicationRecipe(
        manifest,
        new Mark(manifest.name()),
        new ContentRecipe(manifest, survey.packages()),
        beside().modes(),
        Scope.of(survey));
  }

  private CompanionRecipes beside() {
    return new CompanionRecipes(manifest, survey, OnboardingRoute.APPLICATION);
  }
}

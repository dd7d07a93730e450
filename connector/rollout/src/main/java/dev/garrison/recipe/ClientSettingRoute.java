package dev.garrison.recipe;

import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.recipe.application.AntivirusModeRecipe;
import dev.garrison.recipe.application.ServerRemarks;
import dev.garrison.recipe.application.SettingsRecipe;
import dev.garrison.recipe.clientsetting.ClientSettingRecipe;
import dev.garrison.recipe.clientsetting.PassiveAdmission;
import dev.garrison.recipe.offboarding.OffboardRecipe;
import dev.garrison.recipe.ring.OverdueEvaluations;
import dev.garrison.recipe.ring.RingPlan;
import dev.garrison.survey.Survey;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects all wanted objects and remarks of the client-setting route. Its only applications
 * offboard servers, or set their antivirus mode and their proxies.
 */
record ClientSettingRoute(Manifest manifest, Survey survey, RolloutState decided) {
  List<Wanted<?>> wanted() {
    OffboardRecipe leaving = decided.leaving();
    AntivirusModeRecipe modes = beside().modes();
    SettingsRecipe settings = beside().settings();
    List<Wanted<?>> wanted = new ArrayList<>(modes.content());
    wanted.addAll(settings.content());
    wanted.addAll(leaving.content());
    List<Wanted<?>> made = new ArrayList<>(modes.applications());
    made.addAll(settings.applications());
    made.addAll(leaving.applications());
    wanted.addAll(made);
    List<Wanted<?>> collections = collections();
    List<Wanted<?>> pushes = leaving.collections().pushes();
    wanted.addAll(collections);
    wanted.addAll(pushes);
    wanted.addAll(new OverdueEvaluations(survey.rings(), decided.asOf()).of(collections, pushes));
    wanted.addAll(new PlacementRecipe(manifest, survey).wanted(made, collections));
    wanted.addAll(modes.distributions(decided.rings()));
    wanted.addAll(settings.distributions(decided.rings()));
    for (RingPlan ring : decided.rings()) {
      wanted.addAll(modes.deployments(ring));
      wanted.addAll(settings.deployments(ring));
    }
    wanted.addAll(leaving.deployments());
    wanted.addAll(
        recipe()
            .wanted(
                manifest.rollout().clientSetting().orElseThrow(), decided.rings(), decided.asOf()));
    return wanted;
  }

  private List<Wanted<?>> collections() {
    List<Wanted<?>> collections =
        new ArrayList<>(
            new CollectionRecipe(
                    manifest,
                    new Mark(manifest.name()),
                    decided.rings(),
                    decided.leaving().collections(),
                    new KeptOutServers(manifest, survey.rings()),
                    decided.asOf())
                .wanted());
    collections.addAll(entry().collections(decided.rings()));
    return collections;
  }

  List<String> remarks() {
    List<String> remarks = new ArrayList<>(recipe().remarks(decided.rings()));
    remarks.add(Text.of("plan-remark.offboarding-value").toString());
    ServerRemarks servers = beside().remarks();
    manifest.rings().forEach(ring -> remarks.addAll(servers.besidePolicy(ring)));
    remarks.addAll(entry().remarks(decided.rings()));
    return remarks;
  }

  private ClientSettingRecipe recipe() {
    return new ClientSettingRecipe(manifest, survey.rings());
  }

  private PassiveAdmission entry() {
    return new PassiveAdmission(manifest, survey.rings());
  }

  private CompanionRecipes beside() {
    return new CompanionRecipes(manifest, survey, OnboardingRoute.CLIENT_SETTING);
  }
}

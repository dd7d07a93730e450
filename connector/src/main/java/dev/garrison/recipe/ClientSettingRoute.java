package dev.garrison.recipe;

import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Manifest;
import dev.garrison.recipe.clientsetting.ClientSettingRecipe;
import dev.garrison.recipe.leaving.OffboardRecipe;
import dev.garrison.recipe.ring.OverdueEvaluations;
import dev.garrison.survey.Survey;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is wanted on the client-setting route: no applications but to take servers out.
 */
record ClientSettingRoute(Manifest manifest, Survey survey, Situation decided) {
  List<Wanted<?>> wanted() {
    OffboardRecipe leaving = decided.leaving();
    CollectionRecipe collections =
        new CollectionRecipe(
            manifest,
            new Mark(manifest.name()),
            decided.rings(),
            leaving.collections(),
            decided.asOf());
    List<Wanted<?>> wanted = new ArrayList<>(leaving.content());
    wanted.addAll(leaving.applications());
    List<Wanted<?>> pushes = leaving.collections().pushes();
    wanted.addAll(collections.wanted());
    wanted.addAll(pushes);
    wanted.addAll(
        new OverdueEvaluations(survey.rings(), decided.asOf()).of(collections.wanted(), pushes));
    wanted.addAll(
        new PlacementRecipe(manifest, survey).wanted(leaving.applications(), collections.wanted()));
    wanted.addAll(leaving.deployments());
    wanted.addAll(
        recipe()
            .wanted(
                manifest.rollout().clientSetting().orElseThrow(), decided.rings(), decided.asOf()));
    return wanted;
  }

  List<String> remarks() {
    return recipe().remarks(decided.rings());
  }

  private ClientSettingRecipe recipe() {
    return new ClientSettingRecipe(manifest, survey.rings().ours());
  }
}

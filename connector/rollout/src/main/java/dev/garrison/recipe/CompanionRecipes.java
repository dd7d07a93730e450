package dev.garrison.recipe;

import dev.garrison.engine.resource.Mark;
import dev.garrison.manifest.Manifest;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.recipe.application.AntivirusModeRecipe;
import dev.garrison.recipe.application.ContentRecipe;
import dev.garrison.recipe.application.Scope;
import dev.garrison.recipe.application.ServerRemarks;
import dev.garrison.recipe.application.SettingsRecipe;
import dev.garrison.recipe.ring.AntivirusModes;
import dev.garrison.recipe.ring.RingSettings;
import dev.garrison.survey.Survey;

/** Recipes that go along with onboarding on either route: antivirus mode and settings. */
record CompanionRecipes(Manifest manifest, Survey survey, OnboardingRoute route) {
  AntivirusModes names() {
    return AntivirusModes.of(manifest, survey.rings().ours());
  }

  AntivirusModeRecipe modes() {
    return new AntivirusModeRecipe(mark(), content(), scope(), names());
  }

  SettingsRecipe settings() {
    return new SettingsRecipe(mark(), content(), scope(), ringSettings());
  }

  ServerRemarks remarks() {
    return new ServerRemarks(manifest, names(), ringSettings(), content().mayRestart());
  }

  private RingSettings ringSettings() {
    return RingSettings.of(manifest, survey.rings().ours(), route);
  }

  private Mark mark() {
    return new Mark(manifest.name());
  }

  private ContentRecipe content() {
    return new ContentRecipe(manifest, survey.packages());
  }

  private Scope scope() {
    return Scope.of(survey);
  }
}

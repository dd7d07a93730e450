package dev.garrison.recipe.application;

import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Generations;
import dev.garrison.share.SharePath;
import dev.garrison.survey.Survey;

/**
 * Hierarchy in which applications are created.
 *
 * @param hierarchyId GUID of the site's hierarchy
 * @param generations of their identifiers
 */
public record Scope(String hierarchyId, Generations generations) {
  /** The site of a survey. */
  public static Scope of(Survey survey) {
    return new Scope(survey.site().identity().hierarchyId(), survey.generations());
  }

  /** The identity of an application, the same through all its revisions. */
  String modelName(Application application) {
    return "ScopeId_" + hierarchyId + "/" + application.logicalName();
  }

  /** The version that an application will point to. */
  RetentionRecipe.Kept kept(Application application, ContentRecipe.Version version) {
    return new RetentionRecipe.Kept(
        modelName(application),
        Application.address(application.title()),
        SharePath.of(version.folder()).child(version.version()));
  }
}

package dev.garrison.recipe.application;

import dev.garrison.content.share.SharePath;
import dev.garrison.mecm.application.model.Application;

/**
 * Where applications are made.
 *
 * @param hierarchyId GUID of the site's hierarchy
 */
record Scope(String hierarchyId) {
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

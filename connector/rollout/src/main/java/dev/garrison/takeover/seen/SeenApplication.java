package dev.garrison.takeover.seen;

import dev.garrison.mecm.application.model.Application;
import java.util.Optional;

/**
 * An application in its latest revision.
 *
 * @param modelName of all its revisions
 * @param digest as the site keeps it; empty when it was not read
 * @param model what of it Garrison understands; empty when that is nothing
 */
public record SeenApplication(
    String modelName,
    String title,
    String description,
    String digest,
    Optional<Application> model) {
  /** The ModelName without the scope. */
  public String logicalName() {
    return modelName.substring(modelName.lastIndexOf('/') + 1);
  }
}

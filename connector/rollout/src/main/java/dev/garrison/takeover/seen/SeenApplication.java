package dev.garrison.takeover.seen;

import dev.garrison.mecm.application.model.Application;
import java.util.Optional;

/**
 * An application in its latest revision.
 *
 * @param modelName of all its revisions
 * @param digest as the site stores it; empty when it was not read
 * @param model the part that Garrison understands; empty when there is none
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

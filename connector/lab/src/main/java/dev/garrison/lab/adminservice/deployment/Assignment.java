package dev.garrison.lab.adminservice.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A deployment of an application. Immutable: each change creates a new instance.
 *
 * @param uniqueId GUID in braces, assigned by the site
 * @param settings the body that created it, as the tables allow it
 * @param deadline the latest start of a required installation
 * @param enabled whether policy is created for it
 * @param deleted whether it was deleted from the site
 */
record Assignment(
    long id,
    String uniqueId,
    ObjectNode settings,
    String modelName,
    String collectionId,
    Instant start,
    Optional<Instant> deadline,
    boolean enabled,
    boolean deleted,
    Instant created) {
  String name() {
    return settings.path("AssignmentName").asText();
  }

  boolean overridesWindows() {
    return settings.path("OverrideServiceWindows").asBoolean();
  }

  /** Whether it uninstalls the application. */
  boolean uninstalls() {
    return settings.path("DesiredConfigType").asInt() == 2;
  }

  Assignment with(ObjectNode newSettings, boolean nowEnabled) {
    return new Assignment(
        id,
        uniqueId,
        newSettings,
        modelName,
        collectionId,
        start,
        deadline,
        nowEnabled,
        false,
        created);
  }

  Assignment gone() {
    return new Assignment(
        id, uniqueId, settings, modelName, collectionId, start, deadline, false, true, created);
  }
}

package dev.garrison.lab.adminservice.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A deployment of an application. Never changed: every change makes a new one.
 *
 * @param uniqueId GUID in braces, given by the site
 * @param settings the body that created it, as the tables allow it
 * @param deadline when a required installation starts at the latest
 * @param enabled whether policy is made for it
 * @param deleted whether it is gone from the site
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

  /** Whether it takes the application off. */
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

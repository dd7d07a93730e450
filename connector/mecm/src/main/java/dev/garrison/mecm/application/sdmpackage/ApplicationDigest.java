package dev.garrison.mecm.application.sdmpackage;

import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.Identifiers;

/**
 * Content of a site's application digest.
 *
 * @param application the part that Garrison models
 * @param scopeId {@code ScopeId_<guid of the hierarchy>}
 * @param version the application's revision
 * @param deploymentTypeVersion the deployment type's revision
 * @param unmodelled everything else
 */
public record ApplicationDigest(
    Application application,
    String scopeId,
    int version,
    int deploymentTypeVersion,
    Unmodelled unmodelled) {
  /**
   * The name that the application keeps in all its revisions, {@code SMS_Application.ModelName}.
   */
  public String modelName() {
    return scopeId + "/" + application.logicalName();
  }

  /**
   * The desired application, with the existing content identifier if the content is the same.
   * Garrison's identifiers are derived from the content's digest, so another one means other bytes.
   * An identifier that the console made shows nothing about the bytes; it stays while names, sizes
   * and location are equal.
   */
  public Application settled(Application desired) {
    Content there = application.deploymentType().content();
    Content wanted = desired.deploymentType().content();
    boolean same =
        !there.isNone()
            && !wanted.isNone()
            && !Identifiers.isOurs(there.contentId())
            && there.location().equalsIgnoreCase(wanted.location())
            && there.files().equals(wanted.files());
    return same ? desired.withContent(wanted.withContentId(there.contentId())) : desired;
  }

  /** Whether a new revision is needed to reach the desired state. */
  public boolean needsUpdate(Application desired) {
    return !application.equals(settled(desired))
        || !unmodelled.with(Unmodelled.Fate.REWRITTEN).isEmpty();
  }
}

package dev.garrison.content.staged;

import dev.garrison.share.SharePath;
import java.util.List;

/** Finds objects on the site that point to a version on the share. */
@FunctionalInterface
public interface VersionUse {
  /**
   * Names of the objects that point there, as read now; empty when the version may be removed.
   *
   * @param version folder and version
   */
  List<String> of(SharePath version);
}

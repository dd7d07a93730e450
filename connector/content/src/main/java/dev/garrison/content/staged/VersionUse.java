package dev.garrison.content.staged;

import dev.garrison.share.SharePath;
import java.util.List;

/** Knows what on the site points to a version on the share. */
@FunctionalInterface
public interface VersionUse {
  /**
   * Names of what points there, as read now; empty when the version may go.
   *
   * @param version folder and version
   */
  List<String> of(SharePath version);
}

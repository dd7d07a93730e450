package dev.garrison.survey;

import dev.garrison.share.FileVersion;
import dev.garrison.share.SharePath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Versions with Garrison's mark on the content share, and their users.
 *
 * @param versions every version folder with the mark
 * @param uses the versions to which applications of the site point; empty while they are not needed
 * @param unreadable applications whose content is not known: they may use any version
 */
public record StagedVersions(List<Version> versions, List<Use> uses, Set<String> unreadable) {
  /** No versions. */
  public static final StagedVersions EMPTY = new StagedVersions(List.of(), List.of(), Set.of());

  public StagedVersions {
    versions = List.copyOf(versions);
    uses = List.copyOf(uses);
    unreadable = Set.copyOf(unreadable);
  }

  /** Condition of a version on the share. */
  public enum Condition {
    /** Complete, by names and sizes. */
    WHOLE,
    /** Interrupted while it was published or removed: there is no marker. */
    CUT_SHORT,
    /** Changed since it was published. */
    CHANGED
  }

  /**
   * Version of a content family.
   *
   * @param path folder and version
   * @param written start of its publication, by the share's clock
   * @param installer the version of its md4ws.msi, where it has one with a known version
   */
  public record Version(
      SharePath path, Condition condition, Instant written, Optional<FileVersion> installer) {}

  /**
   * Application that points to a version.
   *
   * @param title as the console shows it
   * @param latest whether its latest revision does; an older one counts only while it is deployed
   */
  public record Use(SharePath path, String modelName, String title, boolean latest) {}
}

package dev.garrison.survey;

import dev.garrison.share.FileVersion;
import dev.garrison.share.SharePath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The versions of ours on the content share, and who uses which.
 *
 * @param versions every version folder with our mark
 * @param uses what applications of the site point to; empty while nothing depends on it
 * @param unreadable applications whose content is not known: any version may be theirs
 */
public record StagedVersions(List<Version> versions, List<Use> uses, Set<String> unreadable) {
  /** Nothing there. */
  public static final StagedVersions EMPTY = new StagedVersions(List.of(), List.of(), Set.of());

  public StagedVersions {
    versions = List.copyOf(versions);
    uses = List.copyOf(uses);
    unreadable = Set.copyOf(unreadable);
  }

  /** How a version lies there. */
  public enum Condition {
    /** Whole, by names and sizes. */
    WHOLE,
    /** Being published or removed when that was cut short: no marker shows. */
    CUT_SHORT,
    /** Changed by somebody since it was published. */
    CHANGED
  }

  /**
   * A version.
   *
   * @param path folder and version
   * @param written when its publication began, by the share's clock
   * @param installer which md4ws.msi it holds, where it holds one and tells
   */
  public record Version(
      SharePath path, Condition condition, Instant written, Optional<FileVersion> installer) {}

  /**
   * An application that points to a version.
   *
   * @param title as the console shows it
   * @param latest whether its latest revision does; an older one counts only while it is deployed
   */
  public record Use(SharePath path, String modelName, String title, boolean latest) {}
}

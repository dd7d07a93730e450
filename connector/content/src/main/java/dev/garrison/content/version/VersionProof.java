package dev.garrison.content.version;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import dev.garrison.share.ContentCode;
import dev.garrison.share.ContentFile;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.SharePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads complete versions back and compares each file with its digest. Names and sizes, which a
 * plan uses, do not show a file that was altered and kept its length.
 */
public final class VersionProof {
  private final ContentShare share;
  private final Json json;
  private final Set<SharePath> proven = ConcurrentHashMap.newKeySet();

  public VersionProof(ContentShare share, Json json) {
    this.share = share;
    this.json = json;
  }

  /** Remembers a version that this process published: each of its files was just read back. */
  public void published(SharePath version) {
    proven.add(version);
  }

  /**
   * Refuses a version that is not complete, before the site is asked to read it. A version that
   * this process published or proved is not read again.
   */
  public void require(SharePath version) {
    if (proven.contains(version)) {
      return;
    }
    of(version)
        .ifPresent(finding -> {
          throw new RefusalException(finding);
        });
    proven.add(version);
  }

  /**
   * Problem with a version, after reading all of it; empty if there is none.
   *
   * @param version folder and version
   */
  public Optional<Diagnostic> of(SharePath version) {
    try {
      return switch (new ContentFolder(share, version.parent(), json, "").prove(version.name())) {
        case VersionState.Complete _ -> Optional.empty();
        case VersionState.Missing _, VersionState.Incomplete _ ->
            Optional.of(finding(version, "is not there, or not whole"));
        case VersionState.Damaged damaged ->
            Optional.of(finding(version, damage(version, damaged)));
        case VersionState.Foreign _ ->
            Optional.of(finding(version, "has no marker: Garrison did not publish it"));
        case VersionState.Unreadable(String why) ->
            Optional.of(finding(version, "has a marker that cannot be understood: " + why));
      };
    } catch (ContentShareException failure) {
      return Optional.of(failure.diagnostic());
    }
  }

  private String damage(SharePath version, VersionState.Damaged damaged) {
    for (ContentFile file : damaged.marker().files()) {
      if (damaged.altered().contains(file.name())) {
        return "was changed after it was published: SHA-256 of '%s' is %s instead of %s"
            .formatted(
                file.name(),
                share.digest(version.child(file.name())).shortForm(),
                file.sha256().shortForm());
      }
    }
    List<String> names = damaged.missing().isEmpty() ? damaged.altered() : damaged.missing();
    return "was changed after it was published: %s %s"
        .formatted(String.join(", ", names), damaged.missing().isEmpty() ? "added" : "missing");
  }

  private Diagnostic finding(SharePath version, String what) {
    return Diagnostic.error(
        ContentCode.CONTENT_NOT_PROVEN,
        "The version at '%s' %s.".formatted(share.describe(version), what),
        "Nothing new is distributed from it. Find out who changed it, then remove its folder: the next apply publishes it again.");
  }
}

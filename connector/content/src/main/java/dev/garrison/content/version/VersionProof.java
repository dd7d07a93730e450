package dev.garrison.content.version;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
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
            Optional.of(finding(text(version, "version.incomplete")));
        case VersionState.Damaged damaged -> Optional.of(finding(damage(version, damaged)));
        case VersionState.Foreign _ -> Optional.of(finding(text(version, "version.unmarked")));
        case VersionState.Unreadable(Text why) ->
            Optional.of(
                finding(
                    Text.of(
                        "version.marker-unreadable.problem",
                        "place",
                        share.describe(version),
                        "reason",
                        why)));
      };
    } catch (ContentShareException failure) {
      return Optional.of(failure.diagnostic());
    }
  }

  private Text damage(SharePath version, VersionState.Damaged damaged) {
    for (ContentFile file : damaged.marker().files()) {
      if (damaged.altered().contains(file.name())) {
        return Text.of(
            "version.file-altered",
            "place",
            share.describe(version),
            "file",
            file.name(),
            "found",
            share.digest(version.child(file.name())).shortForm(),
            "expected",
            file.sha256().shortForm());
      }
    }
    return damaged.missing().isEmpty()
        ? files("version.files-added", version, damaged.altered())
        : files("version.files-missing", version, damaged.missing());
  }

  private Text files(String key, SharePath version, List<String> names) {
    return Text.of(key, "place", share.describe(version), "files", names);
  }

  private Text text(SharePath version, String key) {
    return Text.of(key, "place", share.describe(version));
  }

  private static Diagnostic finding(Text problem) {
    return Diagnostic.error(
        ContentCode.CONTENT_NOT_PROVEN, new Message(problem, Text.of("version.republish")));
  }
}

package dev.garrison.survey;

import dev.garrison.content.version.ContentFolder;
import dev.garrison.content.version.VersionMarker;
import dev.garrison.content.version.VersionState;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.FileVersion;
import dev.garrison.share.SharePath;
import dev.garrison.survey.StagedVersions.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the share's version folders, and the site only where its answer is needed. */
public final class StagedVersionsReader {
  private final ContentShare share;
  private final Json json;
  private final VersionUses uses;

  public StagedVersionsReader(ContentShare share, Json json, VersionUses uses) {
    this.share = share;
    this.json = json;
    this.uses = uses;
  }

  /**
   * Reads the versions with this mark.
   *
   * @param keep number of versions of a folder that stay in any case
   * @param installer the md4ws.msi that will be staged, where its version is known
   * @throws RefusalException when the share cannot be read
   */
  StagedVersions read(String mark, int keep, Optional<FileVersion> installer) {
    try {
      List<StagedVersions.Version> versions = new ArrayList<>();
      for (String folder : ContentFamily.folders()) {
        versions.addAll(versions(folder, mark));
      }
      return spare(versions, keep) || another(versions, installer)
          ? uses.shelf(versions)
          : new StagedVersions(versions, List.of(), Set.of());
    } catch (ContentShareException failure) {
      throw new RefusalException(failure.diagnostic(), failure);
    }
  }

  private List<StagedVersions.Version> versions(String folder, String mark) {
    List<StagedVersions.Version> versions = new ArrayList<>();
    new ContentFolder(share, SharePath.of(folder), json, "")
        .versions(ContentFamily::isVersion)
        .forEach((name, shelved) ->
            condition(shelved.state(), mark)
                .ifPresent(condition ->
                    versions.add(
                        new StagedVersions.Version(
                            SharePath.of(folder).child(name),
                            condition,
                            shelved.written(),
                            installer(shelved.state())))));
    return versions;
  }

  private static Optional<Condition> condition(VersionState state, String mark) {
    return switch (state) {
      case VersionState.Complete(VersionMarker marker) -> ours(marker, mark, Condition.WHOLE);
      case VersionState.Incomplete incomplete ->
          incomplete.intended().flatMap(marker -> ours(marker, mark, Condition.CUT_SHORT));
      case VersionState.Damaged damaged -> ours(damaged.marker(), mark, Condition.CHANGED);
      case VersionState.Missing _, VersionState.Foreign _, VersionState.Unreadable _ ->
          Optional.empty();
    };
  }

  private static Optional<FileVersion> installer(VersionState state) {
    return state instanceof VersionState.Complete(VersionMarker marker)
        ? Optional.ofNullable(marker.versions().get("md4ws.msi"))
        : Optional.empty();
  }

  private static Optional<Condition> ours(VersionMarker marker, String mark, Condition condition) {
    return marker.mark().equals(mark) ? Optional.of(condition) : Optional.empty();
  }

  /** Checks whether the share has another installer than the one that will be staged. */
  private static boolean another(
      List<StagedVersions.Version> versions, Optional<FileVersion> installer) {
    return installer.isPresent()
        && versions.stream()
            .flatMap(version -> version.installer().stream())
            .anyMatch(version -> !version.equals(installer.get()));
  }

  /** Checks whether a folder has more versions than are kept in any case. */
  private static boolean spare(List<StagedVersions.Version> versions, int keep) {
    Map<SharePath, Integer> whole = new HashMap<>();
    for (StagedVersions.Version version : versions) {
      if (version.condition() == Condition.CUT_SHORT
          || whole.merge(version.path().parent(), 1, Integer::sum) > keep) {
        return true;
      }
    }
    return false;
  }
}

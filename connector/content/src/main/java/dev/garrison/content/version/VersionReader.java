package dev.garrison.content.version;

import dev.garrison.share.ContentFile;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.SharePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one version folder. */
final class VersionReader {
  private final ContentShare share;
  private final MarkerCodec codec;

  VersionReader(ContentShare share, MarkerCodec codec) {
    this.share = share;
    this.codec = codec;
  }

  /**
   * Reads the state of the folder.
   *
   * @param proving also reads every file back and compares its digest
   */
  VersionState read(SharePath folder, boolean proving) {
    Optional<ContentShare.Entry> there = share.find(folder);
    if (there.isEmpty()) {
      return new VersionState.Missing();
    }
    if (!there.get().folder()) {
      return new VersionState.Foreign(List.of(folder.name()));
    }
    Map<String, ContentShare.Entry> entries = new LinkedHashMap<>();
    share.list(folder).forEach(entry -> entries.put(entry.name(), entry));
    if (entries.containsKey(VersionMarker.FILE)) {
      return marked(folder, entries, proving);
    }
    List<String> names =
        entries.keySet().stream().filter(name -> !VersionMarker.bookkeeping(name)).toList();
    if (entries.containsKey(VersionMarker.PENDING)) {
      return pending(folder, names);
    }
    return names.isEmpty()
        ? new VersionState.Incomplete(Optional.empty(), names)
        : new VersionState.Foreign(names);
  }

  private VersionState pending(SharePath folder, List<String> names) {
    try {
      VersionMarker intended = marker(folder.child(VersionMarker.PENDING));
      return new VersionState.Incomplete(Optional.of(intended), names);
    } catch (UnreadableMarkerException e) {
      return new VersionState.Unreadable(e.why());
    }
  }

  private VersionState marked(
      SharePath folder, Map<String, ContentShare.Entry> entries, boolean proving) {
    VersionMarker marker;
    try {
      marker = marker(folder.child(VersionMarker.FILE));
    } catch (UnreadableMarkerException e) {
      return new VersionState.Unreadable(e.why());
    }
    List<String> missing = new ArrayList<>();
    List<String> altered = new ArrayList<>();
    for (ContentFile file : marker.files()) {
      ContentShare.Entry entry = entries.remove(file.name());
      if (entry == null) {
        missing.add(file.name());
      } else if (entry.folder()
          || entry.size() != file.size()
          || (proving && !same(folder, file))) {
        altered.add(file.name());
      }
    }
    entries.keySet().removeIf(VersionMarker::bookkeeping);
    altered.addAll(marker.strangers(entries.keySet()));
    return missing.isEmpty() && altered.isEmpty()
        ? new VersionState.Complete(marker)
        : new VersionState.Damaged(marker, missing, altered);
  }

  /** Whether the stored file has exactly these bytes. */
  boolean same(SharePath folder, ContentFile file) {
    return share.digest(folder.child(file.name())).equals(file.sha256());
  }

  private VersionMarker marker(SharePath file) throws UnreadableMarkerException {
    try (InputStream stream = share.open(file)) {
      return codec.read(stream);
    } catch (UnreadableMarkerException e) {
      throw e;
    } catch (IOException e) {
      throw new ContentShareException(
          Kind.GONE, "read", share.describe(file), String.valueOf(e.getMessage()), e);
    }
  }
}

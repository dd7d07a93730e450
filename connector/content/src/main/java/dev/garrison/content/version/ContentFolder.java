package dev.garrison.content.version;

import dev.garrison.json.Json;
import dev.garrison.share.ContentShare;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A folder of the share with one immutable folder per version. A version is complete once its
 * marker exists; the marker is written last and removed first. Files that Garrison did not put
 * there are never changed. Share failures are {@link dev.garrison.share.ContentShareException}s;
 * every other reason to stop a change is a {@link dev.garrison.diagnostic.RefusalException}.
 */
public final class ContentFolder {
  private static final String LOCK = ".garrison.lock";

  private final ContentShare share;
  private final SharePath base;
  private final MarkerCodec codec;
  private final VersionReader reader;
  private final String writer;

  /**
   * @param base the folder that holds the versions; created by the first publication
   * @param writer the publisher, for the message that a second publisher gets
   */
  public ContentFolder(ContentShare share, SharePath base, Json json, String writer) {
    this.share = share;
    this.base = base;
    this.codec = new MarkerCodec(json);
    this.reader = new VersionReader(share, codec);
    this.writer = writer;
  }

  /** Reads the state of a version by names and sizes: one listing and one small read. */
  public VersionState observe(String version) {
    return reader.read(base.child(version), false);
  }

  /** Reads the state like {@link #observe}, and compares the digest of every file. */
  public VersionState prove(String version) {
    return reader.read(base.child(version), true);
  }

  /**
   * A version as it is on the share.
   *
   * @param written time at which its publication began, by the share's clock
   */
  public record Shelved(VersionState state, Instant written) {}

  /**
   * Reads every folder below the base with its state, by name; empty when there is no base.
   *
   * @param named only folders with such names are read
   */
  public SortedMap<String, Shelved> versions(Predicate<String> named) {
    SortedMap<String, Shelved> versions = new TreeMap<>();
    if (share.find(base).isPresent()) {
      for (ContentShare.Entry entry : share.list(base)) {
        if (entry.folder() && named.test(entry.name())) {
          versions.put(
              entry.name(), new Shelved(observe(entry.name()), written(base.child(entry.name()))));
        }
      }
    }
    return versions;
  }

  /**
   * Time of publication: the marker is written once and renamed. Without a marker, the time is
   * unknown.
   */
  private Instant written(SharePath folder) {
    return share
        .find(folder.child(VersionMarker.FILE))
        .or(() -> share.find(folder.child(VersionMarker.PENDING)))
        .map(ContentShare.Entry::written)
        .orElse(Instant.EPOCH);
  }

  /**
   * Publishes a version, or finishes an interrupted publication. Files that are there and proven by
   * digest are not sent again. Publishing a complete version changes nothing. A version with
   * another marker, altered files or unknown files is refused and left as it is.
   *
   * @param progress receives bytes of the complete version, including those already there
   * @return the names of the files that were sent
   */
  public List<String> publish(VersionContent content, TransferProgress progress) {
    share.createFolder(base);
    try (ContentShare.Hold _ = share.hold(base.child(LOCK), writer)) {
      SharePath folder = base.child(content.version());
      return new Publication(share, reader, codec, folder, content).carryOut(progress);
    }
  }

  /**
   * Removes a version that carries the mark, its marker first. Finishes an interrupted removal, or
   * discards an interrupted publication. Does nothing when there is no such version.
   */
  public void remove(String version, String mark) {
    SharePath folder = base.child(version);
    if (reader.read(folder, false) instanceof VersionState.Missing) {
      return;
    }
    try (ContentShare.Hold _ = share.hold(base.child(LOCK), writer)) {
      for (String name : removable(folder, mark)) {
        share.delete(folder.child(name));
      }
      share.delete(folder.child(VersionMarker.PENDING));
      share.delete(folder);
    }
  }

  /** Checks the complete folder, then hides the version; no file is deleted before. */
  private List<String> removable(SharePath folder, String mark) {
    String place = share.describe(folder);
    return switch (reader.read(folder, false)) {
      case VersionState.Missing _ -> List.of();
      case VersionState.Complete found -> hidden(folder, found.marker(), mark);
      case VersionState.Damaged found -> {
        List<String> added = found.marker().strangers(found.altered());
        if (!added.isEmpty()) {
          throw VersionRefusal.foreign(place, added);
        }
        yield hidden(folder, found.marker(), mark);
      }
      case VersionState.Incomplete found -> {
        List<String> strange =
            found
                .intended()
                .map(intended -> intended.strangers(found.names()))
                .orElse(found.names());
        found.intended().ifPresent(intended -> checkMark(place, intended, mark));
        if (!strange.isEmpty()) {
          throw VersionRefusal.foreign(place, strange);
        }
        yield rest(folder);
      }
      case VersionState.Foreign found -> throw VersionRefusal.foreign(place, found.names());
      case VersionState.Unreadable found -> throw VersionRefusal.unreadable(place, found.why());
    };
  }

  private List<String> hidden(SharePath folder, VersionMarker marker, String mark) {
    checkMark(share.describe(folder), marker, mark);
    share.delete(folder.child(VersionMarker.PENDING));
    share.rename(folder.child(VersionMarker.FILE), VersionMarker.PENDING);
    return rest(folder);
  }

  private List<String> rest(SharePath folder) {
    return share.list(folder).stream()
        .map(ContentShare.Entry::name)
        .filter(name -> !name.equals(VersionMarker.PENDING))
        .toList();
  }

  private static void checkMark(String place, VersionMarker found, String mark) {
    if (!found.mark().equals(mark)) {
      throw VersionRefusal.differs(place, found, new VersionMarker(mark, found.files()));
    }
  }
}

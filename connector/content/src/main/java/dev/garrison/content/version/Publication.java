package dev.garrison.content.version;

import dev.garrison.share.ContentFile;
import dev.garrison.share.ContentShare;
import dev.garrison.share.FileSource;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Publishes one version to the share, while the base folder is held. */
final class Publication {
  private final ContentShare share;
  private final VersionReader reader;
  private final MarkerCodec codec;
  private final SharePath folder;
  private final VersionContent content;

  Publication(
      ContentShare share,
      VersionReader reader,
      MarkerCodec codec,
      SharePath folder,
      VersionContent content) {
    this.share = share;
    this.reader = reader;
    this.codec = codec;
    this.folder = folder;
    this.content = content;
  }

  /** Publishes, and returns the names of the files that had to be sent. */
  List<String> carryOut(TransferProgress progress) {
    VersionMarker wanted = content.marker();
    String place = share.describe(folder);
    return switch (reader.read(folder, false)) {
      case VersionState.Missing _ -> publish(wanted, progress);
      case VersionState.Incomplete found -> {
        checkOurs(found, wanted);
        yield publish(wanted, progress);
      }
      case VersionState.Complete found -> {
        checkSame(found.marker(), wanted);
        progress.advanced(wanted.size(), wanted.size());
        yield List.of();
      }
      case VersionState.Damaged found -> {
        checkSame(found.marker(), wanted);
        if (!found.altered().isEmpty()) {
          throw VersionRefusal.damaged(place, found);
        }
        yield send(progress);
      }
      case VersionState.Foreign found -> throw VersionRefusal.foreign(place, found.names());
      case VersionState.Unreadable found -> throw VersionRefusal.unreadable(place, found.why());
    };
  }

  private List<String> publish(VersionMarker wanted, TransferProgress progress) {
    share.createFolder(folder);
    claim(wanted);
    List<String> sent = send(progress);
    share.rename(folder.child(VersionMarker.PENDING), VersionMarker.FILE);
    return sent;
  }

  /**
   * Writes the pending marker first, so that an interrupted run is distinguished from unknown
   * files.
   */
  private void claim(VersionMarker wanted) {
    FileSource pending = FileSource.of(VersionMarker.PENDING, codec.write(wanted));
    SharePath file = folder.child(VersionMarker.PENDING);
    if (share.find(file).isPresent()) {
      if (reader.same(folder, pending.file())) {
        return;
      }
      share.delete(file);
    }
    share.put(folder, pending, TransferProgress.SILENT);
  }

  private List<String> send(TransferProgress progress) {
    Set<String> wanted = new HashSet<>();
    content.files().forEach(source -> wanted.add(source.file().name()));
    Set<String> there = new HashSet<>();
    for (ContentShare.Entry entry : share.list(folder)) {
      if (wanted.contains(VersionMarker.withoutPart(entry.name())) || isBookkeeping(entry.name())) {
        there.add(entry.name());
      } else {
        share.delete(folder.child(entry.name()));
      }
    }
    long total = content.marker().size();
    long done = 0;
    List<String> sent = new ArrayList<>();
    for (FileSource source : content.files()) {
      ContentFile file = source.file();
      if (!there.contains(file.name()) || !kept(file)) {
        long before = done;
        share.put(folder, source, (bytes, _) -> progress.advanced(before + bytes, total));
        sent.add(file.name());
      } else if (there.contains(file.name() + ContentShare.PART)) {
        share.delete(folder.child(file.name() + ContentShare.PART));
      }
      done += file.size();
      progress.advanced(done, total);
    }
    return List.copyOf(sent);
  }

  /**
   * Whether the file is proven by digest. A different file that an earlier attempt left is deleted.
   */
  private boolean kept(ContentFile file) {
    if (reader.same(folder, file)) {
      return true;
    }
    share.delete(folder.child(file.name()));
    return false;
  }

  private static boolean isBookkeeping(String name) {
    return name.equals(VersionMarker.PENDING) || name.equals(VersionMarker.FILE);
  }

  private void checkOurs(VersionState.Incomplete found, VersionMarker wanted) {
    List<String> strange = wanted.strangers(found.names());
    if (found.intended().isPresent()) {
      VersionMarker intended = found.intended().get();
      strange = intended.strangers(strange);
      if (!intended.mark().equals(wanted.mark())) {
        throw VersionRefusal.differs(share.describe(folder), intended, wanted);
      }
    }
    if (!strange.isEmpty()) {
      throw VersionRefusal.foreign(share.describe(folder), strange);
    }
  }

  private void checkSame(VersionMarker found, VersionMarker wanted) {
    if (!found.sameAs(wanted)) {
      throw VersionRefusal.differs(share.describe(folder), found, wanted);
    }
  }
}

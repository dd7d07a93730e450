package dev.garrison.share.folder;

import dev.garrison.files.LockedFile;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Files of one folder share that this process holds, by file lock. */
final class FolderHolds {
  private final Set<LockedFile> held = ConcurrentHashMap.newKeySet();

  private record FolderHold(FolderHolds all, LockedFile file, String described)
      implements ContentShare.Hold {
    @Override
    public void renew() {
      try {
        file.renew();
      } catch (NoSuchFileException e) {
        throw new ContentShareException(Kind.GONE, "hold", described, "", e);
      } catch (IOException e) {
        throw FolderFailures.of(e, "hold", described);
      }
    }

    @Override
    public void close() {
      all.release(file);
    }
  }

  ContentShare.Hold take(Path place, String described, String holder) throws IOException {
    return switch (LockedFile.take(place, holder)) {
      case LockedFile.Taken(LockedFile file) -> {
        held.add(file);
        yield new FolderHold(this, file, described);
      }
      case LockedFile.Refused(String other) ->
          throw ContentShareException.held(described, other, null);
    };
  }

  void close() {
    held.forEach(this::release);
  }

  private void release(LockedFile file) {
    held.remove(file);
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

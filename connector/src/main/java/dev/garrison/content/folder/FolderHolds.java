package dev.garrison.content.folder;

import dev.garrison.content.share.ContentShare;
import dev.garrison.content.share.ContentShareException;
import dev.garrison.content.share.ContentShareException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of one folder share that this process holds, by file lock. */
final class FolderHolds {
  /** The lock lies behind the text, which Windows would otherwise not let others read. */
  private static final long LOCK_OFFSET = 1L << 40;

  private static final int LONGEST_HOLDER = 1000;

  private record Held(FileChannel channel, String holder) {}

  private final Map<Path, Held> held = new HashMap<>();

  synchronized ContentShare.Hold take(Path place, String described, String holder)
      throws IOException {
    Held mine = held.get(place);
    if (mine != null) {
      throw refused(described, mine.holder());
    }
    FileChannel channel =
        FileChannel.open(
            place,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    try {
      if (lock(channel) == null) {
        throw refused(described, read(channel));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
      held.put(place, new Held(channel, holder));
    } catch (IOException | ContentShareException e) {
      channel.close();
      throw e;
    }
    return () -> release(place, channel);
  }

  synchronized void close() {
    Map.copyOf(held).forEach((place, mine) -> release(place, mine.channel()));
  }

  private synchronized void release(Path place, FileChannel channel) {
    Held mine = held.get(place);
    if (mine == null || !mine.channel().equals(channel)) {
      return;
    }
    held.remove(place);
    try {
      if (Files.exists(place)) {
        channel.truncate(0);
      }
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCK_OFFSET, 1, false);
    } catch (OverlappingFileLockException e) {
      // Another instance in this process has it: the same answer as from another process.
      return null;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(LONGEST_HOLDER);
    channel.read(text, 0);
    return StandardCharsets.UTF_8.decode(text.flip()).toString();
  }

  private static ContentShareException refused(String described, String holder) {
    return new ContentShareException(
        Kind.HELD, "hold", described, holder.isEmpty() ? "" : "held by " + holder, null);
  }
}

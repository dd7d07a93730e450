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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of one folder share that this process holds, by file lock. */
final class FolderHolds {
  /** The lock lies behind the text, which Windows would otherwise not let others read. */
  private static final long LOCK_OFFSET = 1L << 40;

  private static final int LONGEST_HOLDER = 1000;

  private record Held(FileChannel channel, String holder) {}

  /**
   * One of them.
   *
   * @param file what the file system knows it by
   */
  private record FolderHold(
      FolderHolds all, Path place, FileChannel channel, Object file, String described)
      implements ContentShare.Hold {
    @Override
    public void renew() {
      all.renew(this);
    }

    @Override
    public void close() {
      all.release(place, channel);
    }
  }

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
      write(channel, holder);
      FolderHold hold = new FolderHold(this, place, channel, file(place), described);
      held.put(place, new Held(channel, holder));
      return hold;
    } catch (IOException | ContentShareException e) {
      channel.close();
      throw e;
    }
  }

  private static void write(FileChannel channel, String holder) throws IOException {
    byte[] text = holder.getBytes(StandardCharsets.UTF_8);
    channel.write(ByteBuffer.wrap(text), 0);
    channel.truncate(text.length);
  }

  /** Windows has no such key, and lets nobody replace a file that is open. */
  private static Object file(Path place) throws IOException {
    Object key = Files.readAttributes(place, BasicFileAttributes.class).fileKey();
    return key == null ? place : key;
  }

  private synchronized void renew(FolderHold hold) {
    try {
      Held mine = held.get(hold.place());
      if (mine == null || !hold.channel().isOpen() || !file(hold.place()).equals(hold.file())) {
        throw new NoSuchFileException(hold.described());
      }
      write(hold.channel(), mine.holder());
    } catch (NoSuchFileException e) {
      throw new ContentShareException(Kind.GONE, "hold", hold.described(), "", e);
    } catch (IOException e) {
      throw FolderFailures.of(e, "hold", hold.described());
    }
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

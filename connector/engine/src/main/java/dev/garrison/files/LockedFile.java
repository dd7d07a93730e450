package dev.garrison.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A file that is locked for one holder in one process, until it is closed or the process ends.
 *
 * <p>POSIX ties a lock to the process and drops it when the process closes any handle of the file
 * (fcntl(2), "Advisory record locking"). Therefore the files that this process has locked are
 * recorded here, and an attempt that is refused for this reason has not opened the file.
 */
public final class LockedFile implements AutoCloseable {
  /** Position of the lock, behind the text, which Windows would otherwise not let others read. */
  private static final long OFFSET = 1L << 40;

  private static final int LONGEST_HOLDER = 1000;

  /**
   * Holders of the files that this process has locked or is about to lock, by the system's file
   * key.
   */
  private static final ConcurrentMap<Object, String> HELD = new ConcurrentHashMap<>();

  /** Handles of files that this process locked elsewhere; closing one would free that lock. */
  private static final Queue<FileChannel> LEFT_OPEN = new ConcurrentLinkedQueue<>();

  /** Result of an attempt to lock a file. */
  public sealed interface Attempt {}

  /** The file is locked for the caller. */
  public record Taken(LockedFile file) implements Attempt {}

  /**
   * Another holder has the file, in this process or another.
   *
   * @param holder the name that the other holder gave; empty where it gave none
   */
  public record Refused(String holder) implements Attempt {}

  private final Path place;
  private final Object key;
  private final FileChannel channel;
  private final String holder;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LockedFile(Path place, Object key, FileChannel channel, String holder) {
    this.place = place;
    this.key = key;
    this.channel = channel;
    this.holder = holder;
  }

  /**
   * Locks a file. A missing file is created, and it stays afterwards. Links are not followed.
   *
   * @param holder written into the file, for others that are refused; if empty, the file stays as
   *     it is
   * @param made the attributes with which the file is created
   * @throws IOException if it cannot be created, opened, locked or written
   */
  public static Attempt take(Path place, String holder, FileAttribute<?>... made)
      throws IOException {
    makeWhereMissing(place, made);
    Object key = key(place);
    String other = HELD.putIfAbsent(key, holder);
    if (other != null) {
      return new Refused(other);
    }
    boolean taken = false;
    try {
      Attempt attempt = locked(place, key, holder);
      taken = attempt instanceof Taken;
      return attempt;
    } finally {
      if (!taken) {
        HELD.remove(key);
      }
    }
  }

  /** Creates a missing file; never opens an existing one. */
  private static void makeWhereMissing(Path place, FileAttribute<?>... made) throws IOException {
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.createFile(place, made);
    } catch (FileAlreadyExistsException madeMeanwhile) {
      if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        throw madeMeanwhile;
      }
    }
  }

  private static Attempt locked(Path place, Object key, String holder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            place, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try {
      if (channel.tryLock(OFFSET, 1, false) != null) {
        LockedFile file = new LockedFile(place, key, channel, holder);
        file.write();
        return new Taken(file);
      }
      Refused refused = new Refused(read(channel));
      channel.close();
      return refused;
    } catch (OverlappingFileLockException lockedElsewhere) {
      LEFT_OPEN.add(channel);
      return new Refused("");
    } catch (IOException e) {
      try (channel) {
        throw e;
      }
    }
  }

  /**
   * Key of a file; its path on Windows, which has no file key but lets no one replace an open file.
   */
  private static Object key(Path place) throws IOException {
    Object key =
        Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
    return key == null ? place.toRealPath(LinkOption.NOFOLLOW_LINKS) : key;
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(LONGEST_HOLDER);
    channel.read(text, 0);
    return StandardCharsets.UTF_8.decode(text.flip()).toString();
  }

  private void write() throws IOException {
    if (!holder.isEmpty()) {
      byte[] text = holder.getBytes(StandardCharsets.UTF_8);
      channel.write(ByteBuffer.wrap(text), 0);
      channel.truncate(text.length);
    }
  }

  /**
   * Writes the name of the holder again.
   *
   * @throws NoSuchFileException if this is closed, or the file is gone or was replaced by another
   *     one
   */
  public void renew() throws IOException {
    if (closed.get() || !key(place).equals(key)) {
      throw new NoSuchFileException(place.toString());
    }
    write();
  }

  /** Frees the file and removes the holder's name from it. Does nothing when it is free. */
  @Override
  public void close() throws IOException {
    if (closed.getAndSet(true)) {
      return;
    }
    try (channel) {
      if (!holder.isEmpty() && Files.exists(place)) {
        channel.truncate(0);
      }
    } finally {
      HELD.remove(key); // not before its handle is closed: that would free the lock of the next
    }
  }
}

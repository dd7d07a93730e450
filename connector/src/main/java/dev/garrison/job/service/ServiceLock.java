package dev.garrison.job.service;

import dev.garrison.job.history.ServiceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps two processes from running the jobs of one state folder. It is free as soon as its holder
 * ends, however that happens.
 */
public final class ServiceLock implements AutoCloseable {
  private final FileChannel channel;

  private ServiceLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes it. Within one process it is taken once: closing a second channel of the file would free
   * it on some systems.
   *
   * @param holder who takes it, for the others
   * @return empty where somebody has it
   */
  public static Optional<ServiceLock> take(ServiceFolder folder, String holder) {
    Optional<ServiceLock> taken = take(folder);
    taken.ifPresent(_ -> folder.hold(holder));
    return taken;
  }

  /** The same for a moment in which somebody only reads: who had it last is still known. */
  static Optional<ServiceLock> take(ServiceFolder folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.path().resolve("service.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new ServiceLock(channel));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.garrison.job.service;

import dev.garrison.job.history.ServiceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps two processes from running the jobs of one state folder. It is free as soon as its holder
 * ends, however that happens.
 */
public final class ServiceLock implements AutoCloseable {
  /** The locked byte lies behind the holder's name, which others may read. */
  private static final long BYTE = 1L << 30;

  private final FileChannel channel;

  private ServiceLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes it.
   *
   * @param holder who takes it, for the others
   * @return empty where somebody has it
   */
  public static Optional<ServiceLock> take(ServiceFolder folder, String holder) {
    try {
      FileChannel channel =
          FileChannel.open(file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
      return Optional.of(new ServiceLock(channel));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(BYTE, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  /** Who has it, or had it last. */
  public static String holder(ServiceFolder folder) {
    try {
      return Files.readString(file(folder), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(ServiceFolder folder) {
    return folder.path().resolve("service.lock");
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

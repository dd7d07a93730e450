package dev.garrison.log;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder of the log files while one process writes there. */
final class LogFolder implements AutoCloseable {
  private static final int TRIAL = 64 * 1024;

  private final Path path;
  private final FileChannel lock;

  private LogFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes it where it is missing, for its owner alone, and tries whether it can be written.
   *
   * @throws RefusalException where it cannot be used, or another process writes its log there
   */
  static LogFolder take(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    FileChannel channel = null;
    try {
      Files.createDirectories(path, owner(path, "rwx------"));
      channel =
          FileChannel.open(
              path.resolve("garrison.lock"),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              owner(path, "rw-------"));
      FileLock taken = lock(channel);
      if (taken == null) {
        throw new IOException("another process writes its log there");
      }
      Path trial = Files.createTempFile(path, "garrison", ".trial");
      try {
        Files.write(trial, new byte[TRIAL]);
      } finally {
        Files.deleteIfExists(trial);
      }
      return new LogFolder(path, channel);
    } catch (IOException | UnsupportedOperationException e) {
      close(channel, e);
      throw unusable(path, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  private static void close(@Nullable FileChannel channel, Exception cause) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
  }

  private static FileAttribute<?>[] owner(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  static RefusalException unusable(Path folder, Exception cause) {
    return new RefusalException(
        Diagnostic.error(
            LogCode.LOG_FOLDER_UNUSABLE,
            "No log can be written in %s: %s.".formatted(folder, reason(cause)),
            "Name a folder on a local disk with room that this user may write, with --log-folder or 'server.logFolder'; '--log-folder none' goes without."),
        cause);
  }

  private static String reason(Exception cause) {
    String name = cause.getClass().getSimpleName();
    String message = String.valueOf(cause.getMessage());
    return cause.getClass() == IOException.class ? message : name + ": " + message;
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }
}

package dev.garrison.log;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.LockedFile;
import dev.garrison.files.OwnerOnly;
import dev.garrison.language.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the log files while one process writes there. */
final class LogFolder implements AutoCloseable {
  private static final int TRIAL = 64 * 1024;

  private final Path path;
  private final LockedFile lock;

  private LogFolder(Path path, LockedFile lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Opens the folder, or creates it for its owner alone, and tests that it is writable.
   *
   * @throws RefusalException where it cannot be used, or another process writes its log there
   */
  static LogFolder take(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    try {
      OwnerOnly.folder(path);
      Path file = path.resolve("garrison.lock");
      return switch (LockedFile.take(file, "", OwnerOnly.attributes(file))) {
        case LockedFile.Taken(LockedFile lock) -> tried(path, lock);
        case LockedFile.Refused _ -> throw new IOException("another process writes its log there");
      };
    } catch (IOException | UnsupportedOperationException e) {
      throw unusable(path, e);
    }
  }

  private static LogFolder tried(Path path, LockedFile lock) throws IOException {
    try {
      Path trial = Files.createTempFile(path, "garrison", ".trial");
      try {
        Files.write(trial, new byte[TRIAL]);
      } finally {
        Files.deleteIfExists(trial);
      }
      return new LogFolder(path, lock);
    } catch (IOException | RuntimeException e) {
      try (lock) {
        throw e;
      }
    }
  }

  static RefusalException unusable(Path folder, Exception cause) {
    return new RefusalException(
        Diagnostic.error(
            LogCode.LOG_FOLDER_UNUSABLE,
            Message.of("log-file.folder", "folder", folder, "reason", reason(cause))),
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

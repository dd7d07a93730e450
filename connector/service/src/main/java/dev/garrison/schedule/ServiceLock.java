package dev.garrison.schedule;

import dev.garrison.files.LockedFile;
import dev.garrison.history.ServiceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Keeps two processes from running the jobs of one state folder. It is free as soon as its holder
 * ends, however that happens.
 */
public final class ServiceLock implements AutoCloseable {
  private final LockedFile file;

  private ServiceLock(LockedFile file) {
    this.file = file;
  }

  /**
   * Takes it. Within one process it is taken once.
   *
   * @param holder who takes it, for the others
   * @return empty where somebody has it
   */
  public static Optional<ServiceLock> take(ServiceFolder folder, String holder) {
    Optional<ServiceLock> taken = take(folder);
    try {
      taken.ifPresent(_ -> folder.hold(holder));
      return taken;
    } catch (RuntimeException | Error fault) {
      taken.ifPresent(ServiceLock::close);
      throw fault;
    }
  }

  /** The same for a moment in which somebody only reads: who had it last is still known. */
  static Optional<ServiceLock> take(ServiceFolder folder) {
    try {
      return switch (LockedFile.take(folder.path().resolve("service.lock"), "")) {
        case LockedFile.Taken(LockedFile file) -> Optional.of(new ServiceLock(file));
        case LockedFile.Refused _ -> Optional.empty();
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

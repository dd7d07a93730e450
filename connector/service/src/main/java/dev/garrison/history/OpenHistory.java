package dev.garrison.history;

import dev.garrison.connection.Pause;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.LockedFile;
import dev.garrison.job.JobCode;
import dev.garrison.language.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * The history of a state folder's jobs, open in this process and in no other. It is free as soon as
 * its holder ends, even if the holder was killed.
 */
public final class OpenHistory implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(100);

  /**
   * Most attempts to open it; commands that only read or decide have the history open for a moment.
   */
  private static final int MOST_LOOKS = 100;

  private final ServiceFolder folder;
  private final LockedFile lock;
  private final HistoryDatabase database;
  private final History history;

  private OpenHistory(ServiceFolder folder, LockedFile lock, HistoryDatabase database) {
    this.folder = folder;
    this.lock = lock;
    this.database = database;
    this.history = new History(database);
  }

  /**
   * Opens the history to run jobs.
   *
   * @param who the process that opens it, shown to other processes
   * @param pause how to wait for a command that has it for a moment
   * @throws RefusalException where it cannot be used, or another process runs jobs with it
   */
  public static OpenHistory open(ServiceFolder folder, String who, InstantSource clock, Pause pause)
      throws InterruptedException {
    for (int look = 0; look < MOST_LOOKS; look++) {
      Optional<OpenHistory> open = take(folder, who, clock);
      if (open.isPresent()) {
        return open.get();
      }
      if (folder.isReached()) {
        break;
      }
      pause.pause(LOOK);
    }
    throw new RefusalException(
        Diagnostic.error(
            JobCode.SERVICE_RUNS, Message.of("history.in-use", "holder", folder.holder())));
  }

  /**
   * Opens the history where no process has it open. A process can open it only once.
   *
   * @return empty where a process has it open
   * @throws RefusalException where it cannot be used
   */
  public static Optional<OpenHistory> take(ServiceFolder folder, String who, InstantSource clock) {
    return locked(
        folder,
        here -> {
          here.hold(who + ", since " + clock.instant());
          return HistoryDatabase.open(here);
        });
  }

  /**
   * Opens the history for reading where no process has it open. Nothing in the folder is changed,
   * and the name of the last holder stays.
   *
   * @return empty where a process has it open
   * @throws RefusalException where it cannot be used
   */
  public static Optional<OpenHistory> look(ServiceFolder folder) {
    return locked(folder, HistoryDatabase::read);
  }

  private static Optional<OpenHistory> locked(
      ServiceFolder folder, Function<ServiceFolder, HistoryDatabase> opening) {
    try {
      return switch (LockedFile.take(folder.path().resolve("service.lock"), "")) {
        case LockedFile.Taken(LockedFile lock) -> Optional.of(opened(folder, lock, opening));
        case LockedFile.Refused _ -> Optional.empty();
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OpenHistory opened(
      ServiceFolder folder, LockedFile lock, Function<ServiceFolder, HistoryDatabase> opening)
      throws IOException {
    try {
      return new OpenHistory(folder, lock, opening.apply(folder));
    } catch (RuntimeException | Error fault) {
      try (lock) {
        throw fault;
      }
    }
  }

  /** The history. */
  public History history() {
    return history;
  }

  /** The open database. */
  public HistoryDatabase database() {
    return database;
  }

  /** The service folder. */
  public ServiceFolder folder() {
    return folder;
  }

  @Override
  public void close() {
    try (lock) {
      database.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

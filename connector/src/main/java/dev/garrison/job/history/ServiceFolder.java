package dev.garrison.job.history;

import dev.garrison.confined.OwnerOnly;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.disk.DiskSync;
import dev.garrison.job.JobCode;
import dev.garrison.record.StateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The folder {@code service} in the state folder, which only its owner may enter: who can open the
 * database can make it run code as the user of the service. On Windows it has the rights of the
 * state folder, which whoever installs the service closes: there administrators run commands for an
 * account that nobody can sign in with.
 */
public final class ServiceFolder {
  private static final int KEY_BYTES = 32;
  private static final String SERVING = "serves";

  private final StateFolder state;
  private final Path path;

  private ServiceFolder(StateFolder state, Path path) {
    this.state = state;
    this.path = path;
  }

  /**
   * Makes the folder where it is missing.
   *
   * @throws RefusalException where it cannot be made, or not be closed to others
   */
  public static ServiceFolder in(StateFolder state) {
    Path folder = state.made().resolve("service");
    try {
      OwnerOnly.folder(folder);
      closeToOthers(folder);
      return new ServiceFolder(state, folder);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /** The folder as it is, for somebody who only looks; nothing is made. */
  public static ServiceFolder at(StateFolder state) {
    return new ServiceFolder(state, state.path().toAbsolutePath().resolve("service"));
  }

  private static void closeToOthers(Path folder) throws IOException {
    PosixFileAttributeView posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (posix != null) {
      posix.setPermissions(PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** The state folder in which it is. */
  public StateFolder state() {
    return state;
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** Letters and digits that nobody guesses. */
  static String password() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * The password of the database's owner, made with the database, and on the disk before it.
   *
   * @param isThere whether there is a database: without its key it cannot be opened
   */
  String key(boolean isThere) {
    Path file = path.resolve("database.key");
    try {
      if (!Files.exists(file)) {
        if (isThere) {
          throw unusable(file, new IOException("it is gone, and the database is locked with it"));
        }
        DiskSync.replace(file, password());
      }
      return Files.readString(file, StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /** Says how the database is reached. */
  void publish(Publication publication) {
    try {
      DiskSync.replace(
          publicationFile(),
          "%d %s %s"
              .formatted(
                  publication.port(), publication.serves() ? SERVING : "", publication.password()));
    } catch (IOException e) {
      throw unusable(publicationFile(), e);
    }
  }

  void unpublish() {
    try {
      Files.deleteIfExists(publicationFile());
    } catch (IOException e) {
      throw unusable(publicationFile(), e);
    }
  }

  /** How the database is reached, where a process lets others in. */
  Optional<Publication> published() {
    try {
      String[] words = Files.readString(publicationFile(), StandardCharsets.UTF_8).split(" ", -1);
      return words.length == 3
          ? Optional.of(
              new Publication(Integer.parseInt(words[0]), words[1].equals(SERVING), words[2]))
          : Optional.empty();
    } catch (NoSuchFileException nobody) {
      return Optional.empty();
    } catch (IOException | NumberFormatException e) {
      throw unusable(publicationFile(), e);
    }
  }

  /** Whether the process that has the database open runs jobs at their times. */
  public boolean isServed() {
    return published().filter(Publication::serves).isPresent();
  }

  /** Keeps who runs the jobs, for the others. */
  public void hold(String holder) {
    try {
      DiskSync.replace(path.resolve("service.holder"), holder);
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  /** Who runs the jobs, or ran them last. */
  public String holder() {
    try {
      return Files.readString(path.resolve("service.holder"), StandardCharsets.UTF_8);
    } catch (NoSuchFileException justBegun) {
      return "it has just begun";
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  /** Where log files are unless somebody says otherwise. */
  public Path logs() {
    return path.resolve("log");
  }

  /** Keeps where the service writes its log, for those who look for it. */
  public void logsIn(Path folder) {
    try {
      DiskSync.replace(path.resolve("service.log-folder"), folder.toAbsolutePath().toString());
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  private Path publicationFile() {
    return path.resolve("database.port");
  }

  static RefusalException unusable(Path what, Exception cause) {
    return new RefusalException(
        Diagnostic.error(
            JobCode.HISTORY_UNUSABLE,
            "The history of jobs in %s cannot be used: %s.".formatted(what, reason(cause)),
            "Name a state folder on a local disk that this user owns with --state. Where the file is damaged, put back a backup, or move it away: a new history begins."),
        cause);
  }

  private static String reason(Exception cause) {
    String message = String.valueOf(cause.getMessage());
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}

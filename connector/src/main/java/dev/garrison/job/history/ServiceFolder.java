package dev.garrison.job.history;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.job.JobCode;
import dev.garrison.record.StateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The folder {@code service} in the state folder, which only its owner may enter: who can open the
 * database can make it run code as the user of the service.
 */
public final class ServiceFolder {
  private static final int KEY_BYTES = 32;

  private final Path path;

  private ServiceFolder(Path path) {
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
      Files.createDirectories(folder);
      closeToOthers(folder);
      return new ServiceFolder(folder);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static void closeToOthers(Path folder) throws IOException {
    PosixFileAttributeView posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (posix != null) {
      posix.setPermissions(PosixFilePermissions.fromString("rwx------"));
      return;
    }
    AclFileAttributeView list = Files.getFileAttributeView(folder, AclFileAttributeView.class);
    if (list == null) {
      throw new IOException("its file system has no access rights");
    }
    list.setAcl(
        List.of(
            AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(list.getOwner())
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .setFlags(
                    java.nio.file.attribute.AclEntryFlag.FILE_INHERIT,
                    java.nio.file.attribute.AclEntryFlag.DIRECTORY_INHERIT)
                .build()));
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** The password of the database, made at first use. */
  String key(SecureRandom random) {
    Path file = path.resolve("database.key");
    try {
      if (!Files.exists(file)) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        Path part = Files.createTempFile(path, "database", ".part");
        Files.writeString(part, HexFormat.of().formatHex(bytes), StandardCharsets.US_ASCII);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file, StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /** Says on which port the database answers. */
  void publish(int port) {
    try {
      Path part = Files.createTempFile(path, "database", ".part");
      Files.writeString(part, "" + port, StandardCharsets.US_ASCII);
      Files.move(
          part, portFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unusable(portFile(), e);
    }
  }

  void unpublish() {
    try {
      Files.deleteIfExists(portFile());
    } catch (IOException e) {
      throw unusable(portFile(), e);
    }
  }

  /** The port on which the database answers, or answered before its process was killed. */
  Optional<Integer> port() {
    try {
      return Optional.of(Integer.parseInt(Files.readString(portFile(), StandardCharsets.US_ASCII)));
    } catch (NoSuchFileException nobody) {
      return Optional.empty();
    } catch (IOException | NumberFormatException e) {
      throw unusable(portFile(), e);
    }
  }

  private Path portFile() {
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

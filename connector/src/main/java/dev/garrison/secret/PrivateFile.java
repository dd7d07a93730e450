package dev.garrison.secret;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that only its owner can read, as passwords and keys need it. */
public final class PrivateFile {
  private static final Set<PosixFilePermission> OPEN =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private PrivateFile() {}

  /**
   * The file, if it is private.
   *
   * @throws RefusalException if it is not, or if that cannot be told
   */
  public static Path require(Path file) {
    try {
      refuseOpen(file);
      return file;
    } catch (UnsupportedOperationException e) {
      throw new RefusalException(
          Diagnostic.error(
              SecretCode.SECRET_FILE_RIGHTS_UNKNOWN,
              "Who may read the secret file " + file + " cannot be told on this file system.",
              "Keep it on a file system with POSIX permissions, or use 'env:NAME'."),
          e);
    } catch (IOException e) {
      throw unreadable(file, reason(e), e);
    }
  }

  private static void refuseOpen(Path file) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (permissions.stream().anyMatch(OPEN::contains)) {
      throw new RefusalException(
          Diagnostic.error(
              SecretCode.SECRET_FILE_OPEN,
              "The secret file "
                  + file
                  + " is open to more than its owner ("
                  + PosixFilePermissions.toString(permissions)
                  + ").",
              "Run 'chmod 600 " + file + "', and change the password if others may have read it."));
    }
  }

  static RefusalException unreadable(Path file, String reason, IOException cause) {
    return new RefusalException(
        Diagnostic.error(
            SecretCode.SECRET_FILE_UNREADABLE,
            "The secret file " + file + " cannot be read (" + reason + ").",
            "Check the path, and that the account that runs Garrison owns the file."),
        cause);
  }

  static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "access denied";
      default -> String.valueOf(failure.getMessage());
    };
  }
}
